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
    dirxml(...values: any[]): void;
    table(rows?: any): void;
    assert(condition?: any, ...values: any[]): void;
    count(label?: string): void;
    countReset(label?: string): void;
    time(label?: string): void;
    timeLog(label?: string, ...values: any[]): void;
    timeEnd(label?: string): void;
    group(...values: any[]): void;
    groupCollapsed(...values: any[]): void;
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

  interface URL {
    hash: string;
    host: string;
    hostname: string;
    href: string;
    readonly origin: string;
    password: string;
    pathname: string;
    port: string;
    protocol: string;
    search: string;
    readonly searchParams: URLSearchParams;
    username: string;
    toString(): string;
    toJSON(): string;
  }
  var URL: { new (url: string | URL, base?: string | URL): URL; prototype: URL; canParse(url: string | URL, base?: string | URL): boolean };

  interface URLSearchParams extends Iterable<[string, string]> {
    readonly size: number;
    append(name: string, value: string): void;
    delete(name: string, value?: string): void;
    get(name: string): string | null;
    getAll(name: string): string[];
    has(name: string, value?: string): boolean;
    set(name: string, value: string): void;
    sort(): void;
    forEach(callback: (value: string, name: string, params: URLSearchParams) => void, self?: any): void;
    entries(): IterableIterator<[string, string]>;
    keys(): IterableIterator<string>;
    values(): IterableIterator<string>;
    toString(): string;
  }
  var URLSearchParams: {
    new (init?: string | string[][] | Record<string, string> | URLSearchParams): URLSearchParams;
    prototype: URLSearchParams;
  };

  interface Headers extends Iterable<[string, string]> {
    append(name: string, value: string): void;
    delete(name: string): void;
    get(name: string): string | null;
    getSetCookie(): string[];
    has(name: string): boolean;
    set(name: string, value: string): void;
    forEach(callback: (value: string, name: string, headers: Headers) => void, self?: any): void;
    entries(): IterableIterator<[string, string]>;
    keys(): IterableIterator<string>;
    values(): IterableIterator<string>;
  }
  type HeadersInit = string[][] | Record<string, string> | Headers;
  var Headers: { new (init?: HeadersInit): Headers; prototype: Headers };

  interface Body {
    readonly body: any;
    readonly bodyUsed: boolean;
    arrayBuffer(): Promise<ArrayBuffer>;
    blob(): Promise<Blob>;
    bytes(): Promise<Uint8Array>;
    formData(): Promise<FormData>;
    json(): Promise<any>;
    text(): Promise<string>;
  }
  interface RequestInit {
    method?: string;
    headers?: HeadersInit;
    body?: string | ArrayBuffer | ArrayBufferView | Blob | FormData | URLSearchParams | AsyncIterable<any> | null;
    redirect?: 'follow' | 'manual' | 'error';
    signal?: AbortSignal | null;
    duplex?: 'half';
  }
  interface Request extends Body {
    readonly headers: Headers;
    readonly method: string;
    readonly redirect: 'follow' | 'manual' | 'error';
    readonly signal: AbortSignal;
    readonly url: string;
    clone(): Request;
  }
  var Request: { new (input: string | URL | Request, init?: RequestInit): Request; prototype: Request };
  interface Response extends Body {
    readonly headers: Headers;
    readonly ok: boolean;
    readonly redirected: boolean;
    readonly status: number;
    readonly statusText: string;
    readonly type: string;
    readonly url: string;
    clone(): Response;
  }
  interface ResponseInit {
    status?: number;
    statusText?: string;
    headers?: HeadersInit;
  }
  var Response: {
    new (body?: RequestInit['body'], init?: ResponseInit): Response;
    prototype: Response;
    error(): Response;
    json(data: any, init?: ResponseInit): Response;
    redirect(url: string | URL, status?: number): Response;
  };
  /** Sends a request to where the tenant's egress rules allow it. */
  function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;

  interface Blob {
    readonly size: number;
    readonly type: string;
    arrayBuffer(): Promise<ArrayBuffer>;
    bytes(): Promise<Uint8Array>;
    slice(start?: number, end?: number, type?: string): Blob;
    stream(): any;
    text(): Promise<string>;
  }
  var Blob: { new (parts?: Iterable<any>, options?: { type?: string }): Blob; prototype: Blob };
  interface File extends Blob {
    readonly name: string;
    readonly lastModified: number;
  }
  var File: { new (parts: Iterable<any>, name: string, options?: { type?: string; lastModified?: number }): File; prototype: File };
  interface FormData extends Iterable<[string, string | File]> {
    append(name: string, value: string | Blob, filename?: string): void;
    delete(name: string): void;
    get(name: string): string | File | null;
    getAll(name: string): Array<string | File>;
    has(name: string): boolean;
    set(name: string, value: string | Blob, filename?: string): void;
  }
  var FormData: { new (): FormData; prototype: FormData };

  interface Event {
    readonly type: string;
    readonly target: EventTarget | null;
    readonly defaultPrevented: boolean;
    preventDefault(): void;
    stopImmediatePropagation(): void;
  }
  var Event: { new (type: string, options?: { bubbles?: boolean; cancelable?: boolean }): Event; prototype: Event };
  interface EventTarget {
    addEventListener(type: string, listener: any, options?: boolean | { once?: boolean; signal?: AbortSignal; capture?: boolean; passive?: boolean }): void;
    dispatchEvent(event: Event): boolean;
    removeEventListener(type: string, listener: any, options?: boolean | { capture?: boolean }): void;
  }
  var EventTarget: { new (): EventTarget; prototype: EventTarget };
  interface AbortSignal extends EventTarget {
    readonly aborted: boolean;
    readonly reason: any;
    onabort: ((event: Event) => void) | null;
    throwIfAborted(): void;
  }
  var AbortSignal: {
    prototype: AbortSignal;
    abort(reason?: any): AbortSignal;
    any(signals: Iterable<AbortSignal>): AbortSignal;
    timeout(millis: number): AbortSignal;
  };
  interface AbortController {
    readonly signal: AbortSignal;
    abort(reason?: any): void;
  }
  var AbortController: { new (): AbortController; prototype: AbortController };
  interface DOMException extends Error {
    readonly code: number;
  }
  var DOMException: { new (message?: string, name?: string): DOMException; prototype: DOMException };

  interface TextEncoder {
    readonly encoding: string;
    encode(text?: string): Uint8Array;
    encodeInto(text: string, bytes: Uint8Array): { read: number; written: number };
  }
  var TextEncoder: { new (): TextEncoder; prototype: TextEncoder };
  interface TextDecoder {
    readonly encoding: string;
    decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
  }
  var TextDecoder: { new (encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder; prototype: TextDecoder };
  var ReadableStream: any;
  var TransformStream: any;
  var WritableStream: any;

  function atob(base64: string): string;
  function btoa(bytes: string): string;
  function structuredClone<T>(value: T, options?: { transfer?: ArrayBuffer[] }): T;
  /** A clock in whole milliseconds. */
  var performance: { now(): number; readonly timeOrigin: number };
}
