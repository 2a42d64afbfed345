import { Injectable } from '@nestjs/common';
import { waitingCheckpoints } from '../engine/checkpoints/sending.js';
import { Database } from '../persistence/database.js';
import { Config } from '../shared/config.js';
import { prometheusText, type Metric } from './prometheus.js';
import { RequestCounts } from './request-counts.js';

/** Figures on the running server for those who watch it. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestCounts,
    private readonly config: Config,
  ) {}

  /** All figures in Prometheus' text format. */
  async text(): Promise<string> {
    return prometheusText([...this.traffic(), ...(await this.record()), ...ofProcess()]);
  }

  private traffic(): Metric[] {
    const all = this.requests.all();
    const labels = ({ route, method, status }: (typeof all)[number]) => ({ route, method, status });
    return [
      counter(
        'qiantou_requests_total',
        'Answered requests by class of address, method and status.',
        all.map((one) => ({ labels: labels(one), value: one.count })),
      ),
      counter(
        'qiantou_request_seconds_total',
        'Seconds spent on them.',
        all.map((one) => ({ labels: labels(one), value: one.seconds })),
      ),
    ];
  }

  private async record(): Promise<Metric[]> {
    const count = async (sql: string): Promise<number> => (await this.database.reader.get<{ n: number }>(sql))?.n ?? 0;
    return [
      gauge('qiantou_events', 'Events in the log.', await count('SELECT coalesce(max(position), 0) AS n FROM event')),
      gauge(
        'qiantou_deadlines_pending',
        'Deadlines that have not come due.',
        await count(`SELECT count(*) AS n FROM deadline WHERE status = 'pending'`),
      ),
      gauge(
        'qiantou_rounds_open',
        'Rounds of reporting under way.',
        await count(`SELECT count(*) AS n FROM round WHERE state LIKE 'open%'`),
      ),
      gauge(
        'qiantou_checkpoints_waiting',
        'Signed checkpoints that the archive outside has not taken yet (QIANTOU_CHECKPOINT_URL).',
        this.config.QIANTOU_CHECKPOINT_URL ? (await waitingCheckpoints(this.database.reader)).length : 0,
      ),
      gauge('qiantou_packets_owed', 'Packets not yet handed in, in rounds under way.', await count(OWED)),
    ];
  }
}

const OWED = `SELECT count(*) AS n FROM packet p JOIN round r ON r.id = p.round_id
  WHERE r.state LIKE 'open%' AND p.state IN ('awaited', 'drafted', 'approved', 'incomplete')`;

function ofProcess(): Metric[] {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    gauge('process_resident_memory_bytes', 'Memory of the process.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Memory in use by the program.', heapUsed),
    counter('process_cpu_seconds_total', 'Processor time of the process.', [{ value: (user + system) / 1e6 }]),
    gauge('process_uptime_seconds', 'Seconds since the process started.', process.uptime()),
  ];
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, kind: 'gauge', samples: [{ value }] };
}

function counter(name: string, help: string, samples: Metric['samples']): Metric {
  return { name, help, kind: 'counter', samples };
}
