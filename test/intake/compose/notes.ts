import fc from 'fast-check';
import { tailedList, unitLists, type StarredList, type UnitList } from './lists.js';
import type { Place } from './places.js';

/** What must be read out of a note. */
export interface Said {
  mode: 'lead_support' | 'separate' | 'joint' | 'all';
  lead: string | null;
  responsible: string[];
  supporting: string[];
  /** Groups without names, as printed. */
  open: string[];
  /** The day it is due: with its year, as month and day of the plan's year, or null. */
  due: string | null;
}

/** The words of a note without brackets: one sentence by verbs (…牵头), or labels with what stands behind each. */
export interface NoteWords {
  words: string | Labelled;
  said: Said;
}

export interface Labelled {
  parts: [label: string, names: string][];
  /** What divides them. */
  between: string;
}

const pick = <T>(...from: T[]): fc.Arbitrary<T> => fc.constantFrom(...from);

/** A day or a rhythm in a note, and the day that must be read. */
interface Day {
  printed: string;
  due: string | null;
}

const DAYS: Day[] = [
  { printed: '2024年6月底前', due: '2024-06-30' },
  { printed: '6月底前', due: '06-30' },
  { printed: '9月30日前', due: '09-30' },
  { printed: '年底前', due: '12-31' },
  { printed: '2025年年底前', due: '2025-12-31' },
];
const RHYTHMS: Day[] = ['长期坚持', '持续推进'].map((printed) => ({ printed, due: null }));

/** What stands behind the units of a note by verbs: nothing in most. */
const someDay: fc.Arbitrary<Day> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ printed: '', due: null }) },
  { weight: 2, arbitrary: pick(...DAYS).map(({ printed, due }) => ({ printed: `，${printed}完成`, due })) },
  { weight: 1, arbitrary: pick(...RHYTHMS).map(({ printed }) => ({ printed: `，${printed}`, due: null })) },
);

/** A label for a day or a person among the others, and whether it stands before them; none in most. */
interface Aside {
  parts: Labelled['parts'];
  due: string | null;
  first: boolean;
}

const PERSONS: Labelled['parts'] = [
  ['责任领导', '甲某某'],
  ['分管领导', '副主任'],
  ['责任人', '甲某某'],
];

const NO_ASIDE: Aside = { parts: [], due: null, first: false };

const someAside: fc.Arbitrary<Aside> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(NO_ASIDE) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pick('完成时限', '时限', '完成时间', '办结时限'), pick(...DAYS, ...RHYTHMS), fc.boolean())
      .map(([label, { printed, due }, first]): Aside => ({ parts: [[label, printed]], due, first })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pick(...PERSONS), fc.boolean())
      .map(([person, first]) => ({ parts: [person], due: null, first })),
  },
);

const labelled = (parts: Labelled['parts'], { parts: more, first }: Aside, between: string): Labelled => ({
  parts: first ? [...more, ...parts] : [...parts, ...more],
  between,
});

const ledBy = (leads: UnitList, others: UnitList[], due: string | null): Said => ({
  mode: 'lead_support',
  lead: leads.names[0] ?? null,
  responsible: leads.names,
  supporting: others.flatMap(({ names }) => names),
  open: unique([leads, ...others].flatMap(({ open }) => open)),
  due,
});

const unique = (texts: string[]): string[] => [...new Set(texts)];

const LEADS = pick('牵头', '牵头负责', '牵头组织实施', '主办', '负总责', '总牵头', '为牵头单位');
const HELPS = pick(
  '配合',
  '参与',
  '参加',
  '协助',
  '协同',
  '协办',
  '配合落实',
  '参与配合',
  '支持配合',
  '指导',
  '按职责分工配合',
  '按职责予以支持',
);
const OWNS = pick(
  ...['按职责分工负责', '分工负责', '负责落实', '具体负责', '按职责负责', '落实', '分别负责', '各负其责', '按职责做好'],
  ...['按职责做好相关工作', '在各自职责范围内负责', '结合职责抓好落实', '各司其职', '各按职责负责', '履行相应职责'],
);
const OPENS = pick('', '', '由');
const STOPS = pick('，', '，', '；');

/** 由甲牵头，乙、丙配合: two parts by verbs. */
const ledByVerbs = (place: Place): fc.Arbitrary<NoteWords> =>
  fc
    .tuple(unitLists(place, [3, 6]), OPENS, LEADS, STOPS, fc.oneof(HELPS, OWNS), someDay)
    .map(([[leads, others], opens, lead, stop, help, day]) => ({
      words: `${opens}${leads!.text}${lead}${stop}${others!.text}${help}${day.printed}`,
      said: ledBy(leads!, [others!], day.due),
    }));

/** 甲牵头，乙按职责分工负责，丙配合: three parts by verbs. */
const threeByVerbs = (place: Place): fc.Arbitrary<NoteWords> =>
  fc
    .tuple(unitLists(place, [2, 3, 4]), OPENS, LEADS, OWNS, HELPS, someDay)
    .map(([[leads, owners, others], opens, lead, own, help, day]) => ({
      words: `${opens}${leads!.text}${lead}，${owners!.text}${own}，${others!.text}${help}${day.printed}`,
      said: ledBy(leads!, [owners!, others!], day.due),
    }));

/** 甲牵头，乙按职责分工负责，各县（市、区）人民政府落实: all the places below have the third part. */
const carriedOutBelow = (place: Place): fc.Arbitrary<NoteWords> =>
  fc
    .tuple(unitLists(place, [2, 4]), OPENS, LEADS, OWNS, pick(...place.below), BELOW, someDay)
    .map(([[leads, owners], opens, lead, own, below, verb, day]) => ({
      words: `${opens}${leads!.text}${lead}，${owners!.text}${own}，${below}${verb}${day.printed}`,
      said: ledBy(leads!, [owners!, { text: below, names: [], open: [below] }], day.due),
    }));
const BELOW = pick('落实', '组织实施', '具体落实', '抓好落实', '落实属地责任', '为责任主体');

/** 甲会同乙、丙等单位负责. */
const withOthers = (place: Place): fc.Arbitrary<NoteWords> =>
  fc
    .tuple(
      unitLists(place, [2, 6]),
      OPENS,
      pick('会同', '牵头会同', '牵头，会同'),
      pick('负责', '组织实施', '负责落实'),
      someDay,
    )
    .map(([[leads, others], opens, joined, verb, day]) => ({
      words: `${opens}${leads!.text}${joined}${others!.text}${verb}${day.printed}`,
      said: ledBy(leads!, [others!], day.due),
    }));

/** 甲负责，乙、丙配合. */
const ownedAndHelped = (place: Place): fc.Arbitrary<NoteWords> =>
  fc
    .tuple(unitLists(place, [1, 5]), OPENS, pick('负责', '负责落实', '具体负责', '负责组织实施'), HELPS, someDay)
    .map(([[leads, others], opens, own, help, day]) => ({
      words: `${opens}${leads!.text}${own}，${others!.text}${help}${day.printed}`,
      said: ledBy(leads!, [others!], day.due),
    }));

const LEAD_LABEL = pick('牵头单位', '牵头部门', '主办单位', '主责单位', '牵头责任单位', '主要责任单位');
const OWN_LABEL = pick('责任单位', '责任部门', '落实单位', '承办单位', '具体负责单位');
const HELP_LABEL = pick(
  '配合单位',
  '参与单位',
  '协办单位',
  '协同单位',
  '配合部门',
  '协助单位',
  '参加单位',
  '其他责任单位',
);
const BETWEEN = pick('；', '，', '。', ' ', '；');

/** 牵头单位：甲；配合单位：乙、丙: two parts by labels; 责任单位 is the helper beside 牵头单位 and the lead beside 配合单位. */
const ledByLabels = (place: Place): fc.Arbitrary<NoteWords> => {
  const pairs = fc.oneof(fc.tuple(LEAD_LABEL, fc.oneof(HELP_LABEL, OWN_LABEL)), fc.tuple(OWN_LABEL, HELP_LABEL));
  return fc
    .tuple(unitLists(place, [1, 6]), pairs, someAside, BETWEEN)
    .map(([[leads, others], [lead, help], aside, between]) => ({
      words: labelled(
        [
          [lead, leads!.text],
          [help, others!.text],
        ],
        aside,
        between,
      ),
      said: ledBy(leads!, [others!], aside.due),
    }));
};

/** 牵头单位：甲；责任单位：乙；配合单位：丙. */
const threeByLabels = (place: Place): fc.Arbitrary<NoteWords> =>
  fc
    .tuple(unitLists(place, [2, 3, 4]), LEAD_LABEL, OWN_LABEL, HELP_LABEL, someAside, BETWEEN)
    .map(([[leads, owners, others], lead, own, help, aside, between]) => ({
      words: labelled(
        [
          [lead, leads!.text],
          [own, owners!.text],
          [help, others!.text],
        ],
        aside,
        between,
      ),
      said: ledBy(leads!, [owners!, others!], aside.due),
    }));

/** Whether the first of a plain list, or the one with a star, leads by a rule of the plan. */
export interface ListRule {
  leads: 'first' | 'starred' | null;
}

function shared({ names, open, star }: StarredList, mode: Said['mode'], rule: ListRule, due: string | null): Said {
  const lead = names[Math.max(star, 0)] ?? null;
  const alone = names.length === 1 || rule.leads !== null;
  return {
    mode: alone ? 'lead_support' : mode,
    ...{ lead, open, due },
    responsible: alone ? names.filter((name) => name === lead) : names,
    supporting: alone ? names.filter((name) => name !== lead) : [],
  };
}

/** 甲、乙按职责分工负责: a plain list. */
const plainByVerbs = (place: Place, rule: ListRule): fc.Arbitrary<NoteWords> =>
  fc
    .tuple(tailedList(place, 5, rule.leads === 'starred'), pick(...PLAIN), someDay)
    .map(([list, [verb, mode], day]) => ({
      words: `${list.text}${verb}${day.printed}`,
      said: shared(list, mode, rule, day.due),
    }));

const PLAIN: [string, Said['mode']][] = [
  ['负责', 'joint'],
  ['按职责分工负责', 'joint'],
  ['分工负责', 'joint'],
  ['共同负责', 'joint'],
  ['负责落实', 'joint'],
  ['组织实施', 'joint'],
  ['分别负责', 'separate'],
  ['按职责分别负责', 'separate'],
];

const plainByLabel = (place: Place, rule: ListRule): fc.Arbitrary<NoteWords> =>
  fc
    .tuple(tailedList(place, 5, rule.leads === 'starred'), OWN_LABEL, someAside, BETWEEN)
    .map(([list, label, aside, between]) => ({
      words: labelled([[label, list.text]], aside, between),
      said: shared(list, 'joint', rule, aside.due),
    }));

const NOBODY = { mode: 'all', lead: null, responsible: [], supporting: [], due: null } as const;

/** 领导小组成员单位按职责分工负责: nobody by name. */
const allOfThem: fc.Arbitrary<NoteWords> = fc
  .tuple(pick('各部门', '领导小组成员单位', '各级各有关部门', '各成员单位'), pick('分工负责', '按职责分工负责', '负责'))
  .map(([group, verb]) => ({
    words: group + verb,
    said: { ...NOBODY, responsible: [], supporting: [], open: [group] },
  }));

/** The words of any note. Under a rule that the first of a list leads, plain lists follow it. */
export function noteWords(place: Place, rule: ListRule): fc.Arbitrary<NoteWords> {
  return fc.oneof(
    { weight: 4, arbitrary: ledByVerbs(place) },
    { weight: 2, arbitrary: threeByVerbs(place) },
    { weight: 2, arbitrary: carriedOutBelow(place) },
    { weight: 2, arbitrary: withOthers(place) },
    { weight: 2, arbitrary: ownedAndHelped(place) },
    { weight: 4, arbitrary: ledByLabels(place) },
    { weight: 2, arbitrary: threeByLabels(place) },
    { weight: 4, arbitrary: plainByVerbs(place, rule) },
    { weight: 2, arbitrary: plainByLabel(place, rule) },
    { weight: 1, arbitrary: allOfThem },
  );
}
