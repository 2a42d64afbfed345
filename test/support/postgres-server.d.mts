/** A running server of the tests' own. */
export interface PostgresServer {
  folder: string;
  port: number;
  /** Process number of the postmaster. */
  pid: number;
  url(database: string): string;
  /** Ends the process; SIGINT ends sessions in order, SIGQUIT as a crash does. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again after `stop`, on the same port and data. */
  start(): Promise<void>;
  /** Ends it and removes everything. */
  discard(): Promise<void>;
}

export function startPostgres(settings?: Record<string, string>): Promise<PostgresServer>;
