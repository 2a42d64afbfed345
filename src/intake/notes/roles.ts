import { AGENCY, FIGURE, isDeadline, PERSON, REMARK } from './beside-units.js';
import { groupOf } from './open-groups.js';
import { tokenise, type Token } from './tokens.js';
import type { LabelRole } from './labels.js';
import { withoutRules } from './rules.js';

export type Role = 'lead' | 'own' | 'support' | 'guide';

/** A unit or a group that a note names, and the part the note's words give it. */
export interface Member {
  kind: 'unit' | 'group' | 'etc';
  text: string;
  start: number;
  end: number;
  role: Role;
  /** The part printed in brackets behind the name: 市经信局（牵头）. */
  marked?: Role | undefined;
  /** A star or another sign stands before the name. */
  starred?: boolean;
}

export interface RoleReading {
  members: Member[];
  /** 分别 without 牵头. */
  apart: boolean;
  /** A verb or a label says who does what. */
  worded: boolean;
  /** Units left without a verb after 牵头: “X牵头、Y，相关部门参与”. */
  verbMissing: boolean;
  /** Units before a comma whose part is not said: “X，Y配合”. */
  partMissing: boolean;
  /** 指导 stands beside 落实: who leads is not plain. */
  guided: boolean;
  /** Words after a verb that are no units: “市人社局负责政策宣传”. */
  objects: string[];
  /** Two or more parties, each with work of its own: “甲局负责宣传，乙局负责资金”. */
  divided: boolean;
  /** Deadline words printed in the note. */
  deadline: string | null;
  /** A leader's name or another person stands in the note. */
  person: boolean;
  endsWithVerb: boolean;
  labelled: boolean;
  /** A label that no table has, as printed. */
  strangeLabel: string | null;
  /** A unit that stood behind a label for persons or days. */
  swallowed: string | null;
  /** A label for units with none behind it. */
  emptyLabel: string | null;
  /** Units with a day of their own each: “甲局，6月底前；乙局，年底前”. */
  daysDiffer: boolean;
}

const LEAD_IN = /^(?:以上|上述|此项|该项|本项|有关|具体)?(?:各项)?(?:工作|任务|措施|内容)?(?:均|都)?由/;

/** Gives every name of a note its part, by the grammar of conventions.md section 2. Pure. */
export function readRoles(note: string): RoleReading {
  const words = unfolded(roundBrackets(withoutRules(note)).replaceAll('）（', '；；'));
  const lead = LEAD_IN.exec(words)?.[0].length ?? 0;
  const tokens = tokenise(lead > 0 ? ' '.repeat(lead) + words.slice(lead) : words);
  return new RoleReader(
    tokens.map((token) => alone(token, tokens, words)),
    words,
  ).run();
}

/** 〈办公室〉, 各县[区]: whatever brackets a name has, offsets hold. */
const roundBrackets = (words: string): string =>
  !/[〈〉[]/.test(words)
    ? words
    : words.replace(/[〈〉]|\[(?=[^[\]]{1,8}\])|(?<=\[[^[\]]{1,8})\]/g, (mark) => (/[〈[]/.test(mark) ? '（' : '）'));

/** “主要责任单位：甲局、乙局” with no other label beside it: all of them, together. */
function alone(token: Token, tokens: readonly Token[], words: string): Token {
  if (token.kind !== 'label' || !words.startsWith('主要', token.start)) return token;
  const others = tokens.some((other) => other !== token && other.kind === 'label' && isPart(other.role));
  return others ? token : { ...token, role: 'own' };
}

const HELPER = /（([^（）]{3,40}(?:配合|协助|参与|协同))）/g;

/** “责任单位：甲局（乙局配合）”: who helps stands in brackets behind the name. */
const unfolded = (words: string): string =>
  words.includes('）') ? words.replace(HELPER, (_, helper: string) => `，${helper}；`) : words;

class RoleReader {
  private readonly reading: RoleReading = {
    members: [],
    apart: false,
    worded: false,
    verbMissing: false,
    partMissing: false,
    guided: false,
    objects: [],
    divided: false,
    deadline: null,
    person: false,
    endsWithVerb: false,
    labelled: false,
    strangeLabel: null,
    swallowed: null,
    emptyLabel: null,
    daysDiffer: false,
  };
  private pending: Member[] = [];
  /** How many of the pending names stood before the last comma. */
  private beforeComma = 0;
  private label: LabelRole | null = null;
  private afterWith = false;
  /** A semicolon stood behind the last label's names. */
  private partEnded = false;
  private leadSeen = false;
  /** 牵头 itself was printed, so that 会同 behind it says who goes along. */
  private leadSaid = false;
  /** Parties that 负责 was said of so far. */
  private owners = 0;
  private lastObject = -1;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly note: string,
  ) {}

  run(): RoleReading {
    this.tokens.forEach((token, index) => this.take(token, index));
    this.close();
    const last = this.tokens.filter((token) => token.kind !== 'stop' && !isDeadline(token)).at(-1);
    this.reading.endsWithVerb = last?.kind === 'verb';
    this.reading.divided = this.owners > 1 && this.reading.objects.length > 0;
    return this.reading;
  }

  private take(token: Token, index: number): void {
    if (token.kind === 'label') this.startLabel(token, index);
    else if (token.kind === 'apart') this.reading.apart = true;
    else if (token.kind === 'verb') this.verb(token.verb, token.text, index);
    else if (token.kind !== 'stop') this.name(token, index);
    else if (/[；;。]/.test(token.mark)) this.endPart();
    else if (/[，,]/.test(token.mark)) this.beforeComma = this.pending.length;
  }

  /** What a label says holds to the semicolon; a verb behind it is said of others. */
  private endPart(): void {
    this.partEnded = true;
    this.beforeComma = this.pending.length;
    if (this.label && isPart(this.label) && !this.afterWith) this.flush(this.label);
  }

  private startLabel({ role, strange }: Token & { kind: 'label' }, index: number): void {
    this.close();
    const next = this.tokens.slice(index + 1).find(({ kind }) => kind !== 'stop');
    if (isPart(role) && (next === undefined || next.kind === 'label')) this.reading.emptyLabel ??= this.printed(index);
    this.partEnded = false;
    this.reading.strangeLabel ??= strange;
    this.label = strange && this.reading.labelled && role === 'own' ? 'support' : role;
    if (role === 'deadline' || role === 'person' || role === 'onlooker') return;
    this.reading.worded = true;
    this.reading.labelled = true;
  }

  private verb(verb: string, text: string, index: number): void {
    this.reading.worded = true;
    if (verb === 'lead') this.lead(text, index);
    else if (verb === 'with') this.together();
    else if (verb === 'support') this.support();
    else if (verb === 'guide') this.guide();
    else this.own();
    if (verb !== 'with' && !text.includes('会同')) this.afterWith = false;
  }

  private own(): void {
    if (this.pending.length > 0) this.owners += 1;
    this.flush(this.afterWith ? 'support' : 'own');
  }

  private lead(text: string, index: number): void {
    this.afterWith = false;
    this.flush('lead');
    this.leadSeen = true;
    this.leadSaid = true;
    if (text.includes('会同')) this.afterWith = true;
    if (this.commaBeforeVerb(index)) this.reading.verbMissing = true;
  }

  /** “X牵头、Y，相关部门参与”: Y stands between 牵头 and a comma, and no verb is said of it. */
  private commaBeforeVerb(index: number): boolean {
    const [stop, ...rest] = this.tokens.slice(index + 1);
    if (stop?.kind !== 'stop' || stop.mark !== '、') return false;
    const end = rest.find((token) => token.kind === 'verb' || (token.kind === 'stop' && token.mark !== '、'));
    return end?.kind === 'stop' && /[，；]/.test(end.mark);
  }

  private together(): void {
    if (this.pending.length > 0) this.leadSeen = true;
    this.flush(this.leadSaid ? 'support' : 'lead');
    this.afterWith = true;
  }

  private guide(): void {
    this.reading.guided = !this.leadSeen && this.tokens.some((token) => token.kind === 'group');
    this.flush('guide');
  }

  /** “X，Y配合”: nothing is said of X, which can only be the one supported; behind a label X is what the label says. */
  private support(): void {
    if (this.label && this.beforeComma > 0 && this.beforeComma < this.pending.length) {
      const rest = this.pending.splice(this.beforeComma);
      this.close();
      this.pending = rest;
    }
    const silent = this.reading.members.length === 0 && !this.label && !this.afterWith ? this.beforeComma : 0;
    if (silent > 0 && silent < this.pending.length) {
      const rest = this.pending.slice(silent);
      this.pending = this.pending.slice(0, silent);
      this.reading.partMissing = true;
      this.flush('own');
      this.pending = rest;
    }
    this.flush('support');
  }

  private name(token: Token & { text: string }, index: number): void {
    if (this.label === 'onlooker' || this.followsDay(index)) return;
    if (this.label === 'person' || this.label === 'deadline') this.agency(token.text);
    if (this.label === 'person' && token.kind === 'name' && isDeadline(token)) this.reading.deadline = token.text;
    else if (this.label === 'person') this.reading.person = true;
    else if (this.label === 'deadline') this.reading.deadline = (this.reading.deadline ?? '') + token.text;
    else if (token.kind === 'etc') this.push('etc', token);
    else if (token.kind === 'group') this.push('group', token);
    else this.plain(token, index);
  }

  /** “6月底前出台相关政策”: what is to be done by that day. */
  private followsDay(index: number): boolean {
    const [day, verb] = this.tokens.slice(Math.max(0, index - 2), index);
    return verb?.kind === 'verb' && day !== undefined && isDeadline(day);
  }

  /** “责任领导：甲某；乙局牵头”: behind the semicolon the label holds no longer; without one it is asked about. */
  private agency(text: string): void {
    if (!AGENCY.test(text)) return;
    if (this.partEnded) this.label = null;
    else this.reading.swallowed ??= text;
  }

  private plain(token: Token & { text: string }, index: number): void {
    const { text } = token;
    if (FIGURE.test(text) || REMARK.test(text)) return;
    if (isDeadline(token)) this.day(text);
    else if (PERSON.test(text)) this.leader();
    else if (this.isObject(text, index)) this.object(text, index);
    else this.push('unit', token);
  }

  /** “张某、李某副市长”: the names listed before the title are persons' as well. */
  private leader(): void {
    this.reading.person = true;
    while (this.pending.length > 0 && /^[一-龥]{2,3}$/.test(this.pending.at(-1)?.text ?? '')) {
      if (unitLike(this.pending.at(-1)?.text ?? '')) return;
      this.pending.pop();
    }
  }

  private printed(index: number): string {
    const { start, end } = this.tokens[index] ?? { start: 0, end: 0 };
    return this.note.slice(start, end);
  }

  private day(text: string): void {
    if (this.reading.deadline !== null && this.reading.deadline !== text) this.reading.daysDiffer = true;
    this.reading.deadline = text;
  }

  private object(text: string, index: number): void {
    this.reading.objects.push(text);
    this.lastObject = index;
  }

  /** “负责房建、市政领域”: what follows 负责, and what is listed with it. */
  private isObject(text: string, index: number): boolean {
    const before = this.tokens[index - 1];
    const own = before?.kind === 'verb' && before.verb === 'own';
    if (unitLike(text)) return own && text.length <= SHORT_WORK;
    if (before?.kind === 'name') return this.label === null;
    if (before?.kind === 'verb') return before.verb !== 'with' && before.verb !== 'lead';
    return before?.kind === 'stop' && !/[，,；;。.]/.test(before.mark) && this.lastObject === index - 2;
  }

  private push(kind: Member['kind'], token: Token & { text: string }): void {
    const { text, start, end } = token;
    const starred = token.kind === 'name' && token.starred === true;
    this.pending.push({ kind, text, start, end, role: 'own', marked: markedRole(text), starred });
  }

  private flush(role: Role): void {
    for (const member of this.pending) this.reading.members.push({ ...member, role: member.marked ?? role });
    this.pending = [];
    this.beforeComma = 0;
  }

  /** What is left at the end of a label or of the note. */
  private close(): void {
    if (this.pending.length === 0) return;
    if (this.afterWith) this.flush('support');
    else if (this.label && isPart(this.label)) this.flush(this.label);
    else if (this.leadSeen) {
      this.reading.verbMissing = true;
      this.flush('support');
    } else this.flush('own');
  }
}

/** Whether names behind a label take a part in the task. */
const isPart = (label: LabelRole): label is Exclude<LabelRole, 'person' | 'deadline' | 'onlooker'> =>
  label !== 'person' && label !== 'deadline' && label !== 'onlooker';

/** 侦办, 查处: two characters behind 负责 are no unit. */
const SHORT_WORK = 2;

const LEAD_MARK = /[（〔](?:总)?(?:牵头|主办|主责)(?:单位|部门|负责)?[）〕]$/;
const SUPPORT_MARK = /[（〔](?:配合|协办|参与)(?:单位|部门)?[）〕]$/;

function markedRole(name: string): Role | undefined {
  if (LEAD_MARK.test(name)) return 'lead';
  return SUPPORT_MARK.test(name) ? 'support' : undefined;
}

const UNIT_LIKE =
  /(局|委|办|厅|部|会|院|署|处|中心|站|所|社|行|队|公司|集团|学校|大学|学院|政府|街道|镇|乡|工会|团委|妇联|残联|科协|办公室|领导小组|专班|小组|工作组|推进组|指挥部[一-龥]{2,6}组|指挥部|机构|馆|台|分局|军分区|党校|县|区|市|州|旗|直属库|储备库|粮库|协会|联合会|工商联|海关|室|公安|[车工机电]务段|[委会]机关|纪检(?:监察)?组|[一-龥](?:移动|电信|联通|铁塔)|中学|小学|卫生院)$/;

/** Whether words look like the name of a unit. */
export const unitLike = (text: string): boolean =>
  text.length <= 34 && (UNIT_LIKE.test(text.replace(/（[^）]*）$/, '')) || groupOf(text));
