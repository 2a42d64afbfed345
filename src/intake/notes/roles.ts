import { AGENCY, FIGURE, isDeadline, PERSON, REMARK } from './beside-units.js';
import { inRole, markedRole } from './marked-role.js';
import { nothingRead, type Member, type Role, type RoleReading } from './role-reading.js';
import { setAside } from './set-aside.js';
import { withoutTail } from './tail.js';
import { tokenise, type Token } from './tokens.js';
import { unitLike } from './unit-like.js';
import type { LabelRole } from './labels.js';
import { isShared, withoutRules } from './rules.js';

export { unitLike, type Member, type Role, type RoleReading };

const LEAD_IN =
  /^(?:以上|上述|此项|该项|本项|有关|具体)?(?:各项)?(?:工作|任务|措施|内容)?(?:均|都)?(?:原则上)?(?:(?:现|改)?由|以(?=(?:自治区|[省市县区州盟旗各国])[一-龥]{2}))/;

/** Gives every name of a note its part, by the grammar of conventions.md section 2. Pure. */
export function readRoles(note: string): RoleReading {
  const aside = setAside(roundBrackets(withoutRules(note)).replaceAll('）（', '；；'));
  const words = unfolded(aside.words);
  const lead = LEAD_IN.exec(words)?.[0].length ?? 0;
  const tokens = tokenise(lead > 0 ? ' '.repeat(lead) + words.slice(lead) : words);
  const reader = new RoleReader(
    tokens.map((token) => alone(token, tokens, words)),
    words,
  );
  return { ...reader.run(), shared: isShared(note), former: aside.former, excepted: aside.excepted };
}

/** 〈办公室〉, 各县[区]: whatever brackets a name has, offsets hold. */
const roundBrackets = (words: string): string =>
  !/[〈〉[]/.test(words)
    ? words
    : words.replace(/[〈〉]|\[(?=[^[\]]{1,8}\])|(?<=\[[^[\]]{1,8})\]/g, (mark) => (/[〈[]/.test(mark) ? '（' : '）'));

/** “主要责任单位：甲局、乙局” with no other label beside it: all of them, together. */
function alone(token: Token, tokens: readonly Token[], words: string): Token {
  if (token.kind !== 'label' || !/^主(?:要|责)/.test(words.slice(token.start, token.end))) return token;
  const others = tokens.some((other) => other !== token && other.kind === 'label' && isPart(other.role));
  return others ? token : { ...token, role: 'own' };
}

const HELPER = /（([^（）]{3,40}(?:配合|协助|参与|协同))）/g;

/** “责任单位：甲局（乙局配合）”: who helps stands in brackets behind the name. */
const unfolded = (words: string): string =>
  words.includes('）') ? words.replace(HELPER, (_, helper: string) => `，${helper}；`) : words;

const isLead = (token: Token): boolean => token.kind === 'verb' && token.verb === 'lead';
const isOwn = (token: Token): boolean => token.kind === 'verb' && token.verb === 'own';

class RoleReader {
  private readonly reading = nothingRead();
  private pending: Member[] = [];
  /** How many of the pending names stood before the last comma. */
  private beforeComma = 0;
  private label: LabelRole | null = null;
  private afterWith = false;
  /** A semicolon stood behind the last label's names. */
  private partEnded = false;
  /** A verb was said of the last label's names: those behind it are others. */
  private labelSaid = false;
  private leadSeen = false;
  /** 牵头 itself was printed, so that 会同 behind it says who goes along. */
  private leadSaid = false;
  /** Parties that 负责 was said of so far. */
  private owners = 0;
  private lastObject = -1;
  /** The units that the last 牵头 was said of, and how many parties it was said of so far. */
  private lastLeads: Member[] = [];
  private leaders = 0;
  /** Where the last day stood among the tokens, and where the words behind 完成时限 begin; -1 for nowhere. */
  private lastDay = -Infinity;
  private termFrom = -1;
  private termLabel = '';
  /** The last label for those who take no part. */
  private watchLabel = '';
  /** What the next flush of guides is said to do is to watch. */
  private watches = false;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly note: string,
  ) {}

  run(): RoleReading {
    const { own, tail } = withoutTail(this.tokens);
    this.reading.tail = tail < 0 ? null : this.note.slice(tail).trim();
    own.forEach((token, index) => this.take(token, index));
    this.close();
    const last = own.filter((token) => token.kind !== 'stop' && !isDeadline(token)).at(-1);
    this.reading.endsWithVerb = last?.kind === 'verb';
    this.reading.divided = this.owners + this.leaders > 1 && this.reading.objects.length > 0;
    if (this.leaders < 2) this.reading.ledParts = [];
    return this.reading;
  }

  private take(token: Token, index: number): void {
    if (token.kind === 'label') this.startLabel(token, index);
    else if (token.kind === 'apart') this.reading.apart = true;
    else if (token.kind === 'verb') this.verb(token.verb, token.text, index);
    else if (token.kind !== 'stop') this.name(token, index);
    else if ('；;。'.includes(token.mark)) this.endPart();
    else if ('，,'.includes(token.mark)) this.beforeComma = this.pending.length;
  }

  /** What a label says holds to the semicolon; a verb behind it is said of others. */
  private endPart(): void {
    this.partEnded = true;
    this.beforeComma = this.pending.length;
    if (this.label && isPart(this.label) && !this.afterWith) this.flush(this.label);
  }

  private startLabel({ role, strange }: Token & { kind: 'label' }, index: number): void {
    this.close();
    this.termFrom = -1;
    if (role === 'deadline') this.replaceTerm(index);
    if (role === 'onlooker') this.watchLabel = this.printed(index);
    if (role === 'guide') this.watches = WATCHES.test(this.printed(index));
    const next = this.tokens.slice(index + 1).find(({ kind }) => kind !== 'stop');
    if (isPart(role) && (next === undefined || next.kind === 'label')) this.reading.emptyLabel ??= this.printed(index);
    this.partEnded = false;
    this.labelSaid = false;
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
    else if (verb === 'guide') this.guide(text);
    else this.own(text);
    if (verb !== 'with' && !text.includes('会同')) this.afterWith = false;
  }

  private own(text: string): void {
    if (APART.test(text)) this.reading.apart = true;
    const helps = this.afterWith || (this.owners > 0 && this.label === null && WORK_DONE.test(text));
    const leads = this.label === 'lead' && !this.labelSaid && !this.partEnded;
    if (leads && this.beforeComma > 0 && this.beforeComma < this.pending.length) {
      this.reading.leadsToComma = true;
      const rest = this.pending.splice(this.beforeComma);
      this.flush('lead');
      this.pending = rest;
    }
    if (this.pending.length > 0) this.owners += 1;
    this.labelSaid = true;
    this.flush(helps ? 'support' : leads && !this.reading.leadsToComma ? 'lead' : 'own');
  }

  private lead(text: string, index: number): void {
    this.afterWith = false;
    if (this.pending.length > 0) this.leaders += 1;
    if (text.includes('双')) this.reading.doubleLeads = this.pending.length;
    this.lastLeads = this.pending;
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

  private guide(text: string): void {
    this.watches = WATCHES.test(text);
    if (this.watches && this.afterWith && !this.leadSaid)
      this.reading.watching.push(...this.reading.members.map((member) => member.text));
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
    if (this.label === 'onlooker' && WATCHING.test(this.watchLabel))
      this.reading.aside.push(this.watchLabel + token.text);
    if (this.label === 'onlooker' || this.followsDay(index)) return;
    if (this.label === 'person' || this.label === 'deadline') this.agency(token.text);
    if (this.label === 'person' && token.kind === 'name' && isDeadline(token)) this.day(token, index);
    else if (this.label === 'person') this.reading.person = true;
    else if (this.label === 'deadline') this.term(token);
    else if (token.kind === 'etc') this.push('etc', token);
    else if (token.kind === 'group') this.push('group', token);
    else this.plain(token, index);
  }

  /** “6月底前出台相关政策”: what is to be done by that day. */
  private followsDay(index: number): boolean {
    const [day, verb] = [this.tokens[index - 2], this.tokens[index - 1]];
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
    if (isDeadline(token)) this.day(token, index);
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

  /** “上半年启动，年底前完成” is said of one work; “甲局，6月底前；乙局，年底前” of several. */
  private day({ text, start, end }: Token & { text: string }, index: number): void {
    const { deadline } = this.reading;
    const goesOn = deadline !== null && this.lastDay >= index - 2 && !/(?:[前底末月日]|季度|半年)$/.test(deadline);
    if (goesOn) this.reading.deadline = this.note.slice(start - deadline.length - 1, end);
    else {
      if (deadline !== null && deadline !== text) this.reading.daysDiffer = true;
      this.reading.deadline = text;
    }
    this.lastDay = index;
  }

  /** “实施时间：3至10月。完成时间：10月”: when the work is going on is no other day than that of its end. */
  private replaceTerm(index: number): void {
    const label = this.printed(index);
    if (/^(?:实施|推进|落实|工作)/.test(this.termLabel) && /^(?:完成|办结|时限)/.test(label))
      this.reading.deadline = null;
    this.termLabel = label;
  }

  /** The words behind 完成时限 as they are printed, stops and verbs included. */
  private term({ start, end, text }: Token & { text: string }): void {
    const { deadline } = this.reading;
    if (this.termFrom < 0) this.termFrom = start;
    if (deadline !== null && this.termFrom === start && deadline !== text) this.reading.daysDiffer = true;
    this.reading.deadline = this.note.slice(this.termFrom, end);
  }

  private object(text: string, index: number): void {
    this.reading.objects.push(text);
    this.lastObject = index;
    if (this.isLed(index)) this.reading.ledParts.push(`${this.lastLeads.map((one) => one.text).join('、')}（${text}）`);
  }

  /** “负责房建、市政领域”: what follows 负责, and what is listed with it. */
  private isObject(text: string, index: number): boolean {
    const before = this.tokens[index - 1];
    const own = before?.kind === 'verb' && before.verb === 'own';
    if (unitLike(text)) return own && text.length <= SHORT_WORK;
    if (before?.kind === 'name') return this.label === null;
    if (this.isLed(index)) return true;
    if (before?.kind === 'verb') return before.verb !== 'with' && before.verb !== 'lead';
    return before?.kind === 'stop' && !/[，,；;。.]/.test(before.mark) && this.lastObject === index - 2;
  }

  /**
   * “甲局牵头负责房建项目，乙局牵头……”: what the unit right before leads, where it is charged with it (负责) or another leads
   * or does a part as well; with a verb behind it it is another unit, whose comma was lost.
   */
  private isLed(index: number): boolean {
    const [before, after] = [this.tokens[index - 1], this.tokens[index + 1]];
    const leads = before?.kind === 'verb' && before.verb === 'lead' && !before.text.endsWith('会同');
    if (!leads || after?.kind === 'verb') return false;
    return before.text.includes('负责') || this.tokens.filter((token) => isLead(token) || isOwn(token)).length > 1;
  }

  private push(kind: Member['kind'], token: Token & { text: string }): void {
    const { text, start, end } = token;
    const starred = token.kind === 'name' && token.starred === true;
    this.pending.push({ kind, text, start, end, role: 'own', marked: markedRole(text), starred });
  }

  private flush(role: Role): void {
    if (role === 'guide' && this.watches) this.reading.watching.push(...this.pending.map((member) => member.text));
    this.reading.members.push(...inRole(this.pending, role));
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

/** Everyone for himself; what those do who help the ones that 负责. */
const [APART, WORK_DONE] = [/^各负其责/, /^[抓做]好/];

/** 监督, 跟踪督办: what is done by those who watch the others; who advises helps. */
const WATCHES = /^(?!.*指导).*(?:监督|督办|督导|督查)/;
const WATCHING = /^(?:监督|督查|验收|考核|考评|评分|审核)/;

/** 侦办, 查处: two characters behind 负责 are no unit. */
const SHORT_WORK = 2;
