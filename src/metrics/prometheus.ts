/** One figure with its labels. */
export interface Sample {
  labels?: Record<string, string | number>;
  value: number;
}

export interface Metric {
  name: string;
  /** What it counts. */
  help: string;
  kind: 'counter' | 'gauge';
  samples: Sample[];
}

/** Metrics in Prometheus' text format, version 0.0.4. */
export function prometheusText(metrics: Metric[]): string {
  return metrics.map(metricText).join('');
}

function metricText({ name, help, kind, samples }: Metric): string {
  const lines = samples.map(({ labels = {}, value }) => `${name}${labelText(labels)} ${value}`);
  return [`# HELP ${name} ${escaped(help)}`, `# TYPE ${name} ${kind}`, ...lines, ''].join('\n');
}

function labelText(labels: Record<string, string | number>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${escaped(String(value)).replaceAll('"', '\\"')}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
