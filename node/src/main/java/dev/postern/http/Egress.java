package dev.postern.http;

import java.util.concurrent.Semaphore;
import okhttp3.OkHttpClient;

/** What all exchanges of a tenant share. */
record Egress(EgressPolicy policy, HttpLimits limits, Network network, OkHttpClient client, Semaphore slots) {}
