import { describe, expect, it } from '@jest/globals';
import { prometheusText } from './prometheus.js';

describe('figures in Prometheus’ text format', () => {
  it('stand under their help and kind, one line per set of labels', () => {
    const samples = [
      { labels: { route: 'plans', status: 200 }, value: 3 },
      { labels: { route: 'api', status: 409 }, value: 1 },
    ];
    expect(prometheusText([{ name: 'answers_total', help: 'Answers.', kind: 'counter', samples }])).toBe(
      '# HELP answers_total Answers.\n# TYPE answers_total counter\n' +
        'answers_total{route="plans",status="200"} 3\nanswers_total{route="api",status="409"} 1\n',
    );
  });

  it('keep quotes, backslashes and line breaks from breaking a line', () => {
    const samples = [{ labels: { name: 'a"b\\c\nd' }, value: 0.5 }];
    const text = prometheusText([{ name: 'one', help: 'two\nlines', kind: 'gauge', samples }]);
    expect(text).toBe('# HELP one two\\nlines\n# TYPE one gauge\none{name="a\\"b\\\\c\\nd"} 0.5\n');
  });
});
