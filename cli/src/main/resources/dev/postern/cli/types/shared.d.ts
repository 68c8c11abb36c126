export type FactorType = FactorSelector['type'];

/** What `api.cache` keeps under a key. */
export interface CacheRecord {
  value: string;
  /** Milliseconds since 1970. */
  expires_at: number;
}

export type CacheSetResult = { type: 'success'; record: CacheRecord } | CacheError;

export type CacheDeleteResult = { type: 'success' } | CacheError;

/** Why the cache did not do it; the Action goes on. */
export interface CacheError {
  type: 'error';
  code: string;
}

export interface UserGroup {
  id: string;
  name: string;
  external_id?: string;
  connection_id?: string;
  tenant_name: string;
  created_at: string;
  updated_at: string;
  membership_created_at: string;
  assignment: string;
}

export interface GroupMembership {
  is_member: boolean;
  matches?: Array<{ id: string; name: string; group_type: string }>;
}

export interface UserRole {
  id: string;
  name: string;
  type: string;
}

/** What `setTimeout`, `setInterval` and `setImmediate` give. */
export interface Timer {
  ref(): this;
  /** Lets the Action end without waiting for it. */
  unref(): this;
  hasRef(): boolean;
  refresh(): this;
  close(): this;
  [Symbol.toPrimitive](): number;
}

declare global {
  interface Console {
    log(...values: any[]): void;
    info(...values: any[]): void;
    debug(...values: any[]): void;
    warn(...values: any[]): void;
    error(...values: any[]): void;
    trace(...values: any[]): void;
    dir(value?: any): void;
    assert(condition?: any, ...values: any[]): void;
    group(...values: any[]): void;
    groupEnd(): void;
  }
  /** What Actions write is printed by `postern run`, and kept with the execution. */
  var console: Console;
  var global: typeof globalThis;
  interface Crypto {
    readonly subtle: any;
    getRandomValues<T extends ArrayBufferView>(array: T): T;
    randomUUID(): string;
  }
  var crypto: Crypto;
  /** Node's Buffer. */
  var Buffer: any;
  /** What there is of Node's process: constants, a clock and `nextTick`; `env` is empty. */
  var process: {
    readonly env: Record<string, string | undefined>;
    readonly version: string;
    readonly platform: string;
    nextTick(callback: (...args: any[]) => void, ...args: any[]): void;
    uptime(): number;
    cwd(): string;
    hrtime: { (since?: [number, number]): [number, number]; bigint(): bigint };
  };
  function setTimeout(callback: (...args: any[]) => void, delay?: number, ...args: any[]): Timer;
  function setInterval(callback: (...args: any[]) => void, delay?: number, ...args: any[]): Timer;
  function setImmediate(callback: (...args: any[]) => void, ...args: any[]): Timer;
  function clearTimeout(timer?: Timer | number | string): void;
  function clearInterval(timer?: Timer | number | string): void;
  function clearImmediate(timer?: Timer | number | string): void;
  function queueMicrotask(callback: () => void): void;
}
