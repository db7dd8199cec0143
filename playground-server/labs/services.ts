import { join } from "node:path";
import type { Logger } from "pino";
import type { LabNeed } from "../../engine/protocol/lab-types.ts";
import type { Log } from "../log/open-log.ts";
import type { RunningServices, Service } from "./service.ts";
import { type ServiceUser, SharedService } from "./shared-service.ts";

/** The services of a session, until it releases them. */
export interface ServiceLease {
  services: RunningServices;
  release(): void;
}

/** All real systems that labs need on this server. Each runs at most once, for all learners. */
export class LabServices {
  readonly #options: {
    /** Each service has a folder of its own in it. */
    dataDir: string;
    env: NodeJS.ProcessEnv;
    log: Log;
    /** How long a service runs on that no session uses, in seconds. */
    idleSeconds: number;
    logger: Logger;
  };
  readonly #shared = new Map<Service, SharedService>();
  readonly #closing = new AbortController();

  constructor(options: {
    dataDir: string;
    env: NodeJS.ProcessEnv;
    log: Log;
    idleSeconds: number;
    logger: Logger;
  }) {
    this.#options = options;
  }

  /** How many run now; for /metrics. */
  get running(): number {
    return [...this.#shared.values()].filter(({ running }) => running).length;
  }

  /** The address of a service that runs now; nothing is started. */
  runningAddress<Address>(service: Service<Address>): Address | null {
    return this.#of(service).address as Address | null;
  }

  /** What a lab needs, and whether it can run here. */
  needs(services: readonly Service[]): Promise<LabNeed[]> {
    return Promise.all(services.map((service) => this.#of(service).need()));
  }

  /** Starts what does not run yet, one after the other. Throws `lab-service-unavailable`. */
  async use(needs: readonly Service[], user: ServiceUser): Promise<ServiceLease> {
    const addresses = new Map<Service, unknown>();
    const release = () => {
      for (const service of needs) this.#of(service).release(user);
    };
    try {
      for (const service of needs) addresses.set(service, await this.#of(service).use(user));
    } catch (error) {
      release();
      throw error;
    }
    const address = <Address>(service: Service<Address>): Address => {
      if (addresses.has(service)) return addresses.get(service) as Address;
      throw new Error(`The lab does not need ${service.title}; name it in "needs".`);
    };
    return { services: { address }, release };
  }

  /** Ends all of them. Sessions must be closed before. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#shared.values()].map((shared) => shared.stop()));
  }

  #of(service: Service): SharedService {
    const known = this.#shared.get(service);
    if (known) return known;
    const { dataDir, env, log, idleSeconds, logger } = this.#options;
    const shared = new SharedService(service, {
      dataDir: join(dataDir, service.id),
      env,
      log,
      idleSeconds,
      signal: this.#closing.signal,
      warn: (error, what) => logger.warn({ err: error }, what),
    });
    this.#shared.set(service, shared);
    return shared;
  }
}
