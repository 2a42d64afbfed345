/** Asked whether the server can work, e.g. whether the database answers; false or an error means it cannot. */
export type ReadinessCheck = () => Promise<boolean | void> | boolean | void;

/** Whether the server takes work: the check handed in, until it begins to stop. */
export class Availability {
  private stopping = false;

  constructor(private readonly check: ReadinessCheck) {}

  /** From now on /readyz says no, so that no new work is sent here while the running work is finished. */
  stop(): void {
    this.stopping = true;
  }

  async ready(): Promise<boolean> {
    if (this.stopping) return false;
    try {
      return (await this.check()) !== false;
    } catch {
      return false;
    }
  }
}
