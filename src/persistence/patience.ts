/**
 * Notices work that waits for something outside its transaction, while everybody else waits with it: nothing of it is
 * unanswered, and a turn of the event loop later it is neither done nor has asked anything more.
 */
export class Patience {
  private open = 0;
  private over = false;
  private giveUp: ((error: Error) => void) | null = null;

  /** The work's outcome, or the failure to go on. */
  within<T>(work: Promise<T>): Promise<T> {
    this.look();
    return new Promise<T>((resolve, reject) => {
      this.giveUp = reject;
      void work.then(resolve, reject).finally(() => (this.over = true));
    });
  }

  asked(): void {
    this.open++;
  }

  answered(): void {
    if (--this.open === 0) this.look();
  }

  private look(): void {
    setImmediate(() => {
      if (this.open === 0 && !this.over)
        this.giveUp?.(new Error('work in a transaction waited for something outside it'));
    });
  }
}
