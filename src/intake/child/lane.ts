import { Refusal } from '../../shared/errors.js';

/** Lets a few jobs run at a time and a bounded number wait, so that a heap of uploads cannot take the machine. */
export class Lane {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly queue: number,
  ) {}

  /** Runs a job in its turn. Refuses parse_busy when too many wait already. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.running >= this.width) await this.turn();
    else this.running++;
    try {
      return await job();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.queue) {
      throw new Refusal('parse_busy', '正在读取的文件太多。请稍候一分钟再上传。', { cure: '请稍候一分钟再上传' });
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
