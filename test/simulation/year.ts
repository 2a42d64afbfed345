import { addDays } from '../../src/domain/calendar/day.js';
import { Agenda, type Act } from './act.js';
import { dutyCourse, returnedContributions, signing } from './course/duties.js';
import { closeOut, measureCourse } from './course/measures.js';
import { roundCourse } from './course/rounds.js';
import { setUp } from './course/setup.js';
import { supervisionCourse } from './course/supervision.js';
import { habitsOf } from './habits.js';
import { planOf, type PlacePlan } from './plan-of-place.js';
import { placesOf } from './places.js';
import { planYears } from './plan-year.js';

export interface ProvinceSize {
  seed: number;
  years: number;
  cities: number;
  counties: number;
  measures: number;
}

/**
 * All acts of a province's years in their order: by day, then by year, then by place, then as they follow from one
 * another. A year ends some weeks after the next one has begun. The same size and seed give the same acts.
 */
export function provinceYears({ seed, years, cities, counties, measures }: ProvinceSize): Act[] {
  const places = placesOf(cities, counties);
  const plans = planYears(years).flatMap((year) => places.map((place) => planOf(seed, place, measures, year)));
  const acts = plans.flatMap((plan) => placeYear(seed, plan));
  return acts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function placeYear(seed: number, plan: PlacePlan): Act[] {
  const agenda = new Agenda(plan.name, plan.year.year);
  const habits = habitsOf(seed, plan.place);
  setUp(agenda, plan);
  signing(agenda, plan, seed, habits);
  dutyCourse(agenda, plan, seed);
  measureCourse(agenda, plan, seed);
  const reported = roundCourse(agenda, plan, seed, habits);
  supervisionCourse(agenda, plan, seed);
  returnedContributions(agenda, plan, seed, reported);
  closeOut(agenda, plan, seed, addDays(reported, 2));
  return agenda.acts;
}
