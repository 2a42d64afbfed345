import { addDays } from '../../src/domain/calendar/day.js';
import { Agenda, type Act } from './act.js';
import { dutyCourse, returnedContributions, signing } from './course/duties.js';
import { closeOut, measureCourse } from './course/measures.js';
import { roundCourse } from './course/rounds.js';
import { setUp } from './course/setup.js';
import { supervisionCourse } from './course/supervision.js';
import { habitsOf } from './habits.js';
import { planOf } from './plan-of-place.js';
import { placesOf, type Place } from './places.js';

export interface ProvinceSize {
  seed: number;
  cities: number;
  counties: number;
  measures: number;
}

/**
 * All acts of a province's year in their order: by day, then by place, then as they follow from one another. The same
 * size and seed give the same acts.
 */
export function provinceYear({ seed, cities, counties, measures }: ProvinceSize): Act[] {
  const acts = placesOf(cities, counties).flatMap((place) => placeYear(seed, place, measures));
  return acts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function placeYear(seed: number, place: Place, measures: number): Act[] {
  const agenda = new Agenda(place.code);
  const plan = planOf(seed, place, measures);
  const habits = habitsOf(seed, place);
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
