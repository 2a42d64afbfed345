import { describe, expect, it } from '@jest/globals';
import { seasonsOf, type Sample } from './seasons.js';

/** What a season told: its events in each year, and what an event cost in each. */
function season(name: string, samples: Sample[]) {
  const found = seasonsOf(samples).find((one) => one.season === name)!;
  return { ...found, years: Object.fromEntries(found.years.map((one) => [one.year, [one.events, one.cpuUsPerEvent]])) };
}

describe('the seasons of several years', () => {
  it('show an event that cost more when the log was longer', () => {
    const spring: Sample[] = [
      { day: '2023-04-08', events: { 2023: 100 }, cpu: 10_000, yard: 250 },
      { day: '2023-07-08', events: { 2023: 100 }, cpu: 19_000, yard: 250 },
      { day: '2024-04-08', events: { 2024: 200 }, cpu: 24_000, yard: 250 },
      { day: '2024-07-08', events: { 2024: 100 }, cpu: 19_000, yard: 250 },
    ];
    expect(season('first quarter', spring)).toMatchObject({
      years: { 2023: [100, 100], 2024: [200, 120] },
      ratio: 1.2,
    });
    expect(season('second quarter', spring).ratio).toBe(1);
  });

  it('do not take a slower machine for a dearer event', () => {
    const slowed: Sample[] = [
      { day: '2023-04-08', events: { 2023: 100 }, cpu: 10_000, yard: 250 },
      { day: '2024-04-08', events: { 2024: 50 }, cpu: 5_000, yard: 250 },
      { day: '2024-04-09', events: { 2024: 50 }, cpu: 10_000, yard: 500 },
    ];
    expect(season('first quarter', slowed)).toMatchObject({ ratio: 1.5, ratioByYard: 1 });
  });

  it('keep the end of one year apart from the beginning of the next', () => {
    const january: Sample[] = [
      { day: '2024-01-20', events: { 2023: 50 }, cpu: 5_000, yard: 250 },
      { day: '2024-01-20', events: { 2024: 10 }, cpu: 3_000, yard: 250 },
    ];
    expect(season('year’s end', january).years).toEqual({ 2023: [50, 100] });
    expect(season('issue and signing', january).years).toEqual({ 2024: [10, 300] });
  });

  it('share out what deadlines of two years cost together', () => {
    const fired: Sample[] = [{ day: '2024-01-24', events: { 2023: 30, 2024: 10 }, cpu: 8_000, yard: 250 }];
    expect(season('year’s end', fired).years).toEqual({ 2023: [30, 200] });
    expect(season('issue and signing', fired).years).toEqual({ 2024: [10, 200] });
  });

  it('leave out what a kill made the process do again', () => {
    const again: Sample[] = [
      { day: '2023-04-08', events: { 2023: 100 }, cpu: 10_000, yard: 250 },
      { day: '2023-04-08', events: { 2023: 0 }, cpu: 90_000, yard: 250 },
    ];
    expect(season('first quarter', again)).toMatchObject({ years: { 2023: [100, 100] }, ratio: null });
  });
});
