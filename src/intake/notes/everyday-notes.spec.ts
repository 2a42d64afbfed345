import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { findNotes } from './find-notes.js';
import { weigh, type NoteReading } from './note.js';

const registry = loadUnitRegistry();
const notesOf = (text: string): (NoteReading & { text: string })[] =>
  findNotes(text, { registry, region: '太原市', level: 'city', day: '2022-06-01', carried: '市' }).map((note) => ({
    ...weigh(note.words, false),
    text: note.text,
  }));
const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join(' ');
const brief = ({ mode, responsible, supporting, openGroups }: NoteReading): string =>
  [mode, names(responsible), names(supporting), openGroups.map(({ surface }) => surface).join(' ')].join(' | ');
const read = (text: string): string[] => notesOf(text).map(brief);
const codes = (text: string): string[] => notesOf(text).flatMap(({ doubts }) => doubts.map(({ code }) => code));

describe('a day behind the verbs of a note', () => {
  it.each([
    '由市公安局牵头，市财政局参加，于6月底前完成。',
    '（市公安局牵头，市财政局配合，力争于6月底前完成）',
    '（市公安局牵头，市财政局配合，确保2022年底前完成）',
    '（市公安局牵头，市财政局配合，并于9月底前报送）',
    '（市公安局牵头，市财政局配合，原则上在年底前完成）',
  ])('is no unit: %s', (text) => {
    expect(read(text)).toEqual(['lead_support | 市公安局 | 市财政局 | ']);
    expect(notesOf(text)[0]?.deadline).toMatch(/月底|年底/);
  });
});

describe('what the others do behind a lead', () => {
  it.each([
    '按职责分工负责',
    '各负其责',
    '按职责做好',
    '结合职责抓好',
    '按职责分工做好有关工作',
    '在各自职责范围内负责',
    '在职责范围内做好相关工作',
    '各按职责负责',
    '按“三定”职责负责',
    '按职责分工',
    '按职责予以支持',
    '按职责予以保障',
    '履行相应职责',
    '配合',
  ])('is their own part under it, whatever its words, and nothing to ask: %s', (words) => {
    for (const lead of ['牵头', '牵头负责']) {
      const note = `（市教育局${lead}，市财政局、市公安局${words}）`;
      expect(read(note)).toEqual(['lead_support | 市教育局 | 市财政局 市公安局 | ']);
      expect(codes(note)).toEqual([]);
    }
  });

  it.each([
    ...['按职责做好', '做好相关工作', '按职责抓好有关工作', '在各自职责范围内负责', '共同做好'],
    ...['按职责予以支持', '履行相应职责', '各按职责负责'],
  ])('may end a sentence without brackets: %s', (words) => {
    const text = `办好夜校。市教育局牵头，市财政局、市公安局${words}。`;
    expect(read(text)).toEqual(['lead_support | 市教育局 | 市财政局 市公安局 | ']);
  });

  it('is asked about where they stand behind a comma of the label for leads', () => {
    const note = '（牵头单位：市教育局，市财政局、市公安局按职责分工负责）';
    expect(read(note)).toEqual(['lead_support | 市教育局 | 市财政局 市公安局 | ']);
    expect(codes(note)).toEqual(['leads_to_comma']);
    const all = '（牵头单位：市教育局、市财政局、市公安局按职责分工负责）';
    expect(read(all)).toEqual(['lead_support | 市教育局 市财政局 市公安局 |  | ']);
  });
});

describe('a sentence that urges', () => {
  it.each([
    '各地要抓好落实。',
    '各有关单位要密切配合。',
    '各县（市、区）要切实抓好落实。',
    '各部门应按职责分工落实。',
    '各部门要把清欠摆在首位，抓好落实。',
  ])('gives nobody a task: %s', (text) => expect(read(text)).toEqual([]));

  it('is not mixed up with a group that is given one', () => {
    expect(read('各县（市、区）、各有关部门按职责分工负责。')).toEqual(['all |  |  | 各县（市、区） 各有关部门']);
  });
});

describe('a label in brackets of its own', () => {
  it.each([
    [
      '[牵头单位]市公安局 [配合单位]市财政局、市司法局 [完成时限]全年',
      'lead_support | 市公安局 | 市财政局 市司法局 | ',
    ],
    ['【责任单位】市公安局、各县（市、区）政府', 'lead_support | 市公安局 |  | 各县（市、区）政府'],
    ['办好夜校。【责任单位】：市公安局', 'lead_support | 市公安局 |  | '],
  ])('is one with a colon: %s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('a label of those who only look on', () => {
  it.each([
    ['（责任部门：市公安局；协同部门：市财政局；监督部门：市纪委监委）', 'lead_support | 市公安局 | 市财政局 | '],
    ['（责任单位：市公安局；督查单位：市政府督查室）', 'lead_support | 市公安局 |  | '],
    ['（责任单位：市公安局；验收单位：市财政局；完成时限：10月底）', 'lead_support | 市公安局 |  | '],
  ])('gives them no part: %s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('what a label says', () => {
  it('holds to the semicolon, whatever verb comes behind it', () => {
    expect(read('（牵头单位：市公安局、市司法局；各有关部门按职责分工负责）')).toEqual([
      'lead_support | 市公安局 市司法局 |  | 各有关部门',
    ]);
  });

  it('is about names, not about figures that slipped in from another column', () => {
    expect(read('（牵头责任单位：市财政局；协同责任单位：8% 10.5%，市公安局）')).toEqual([
      'lead_support | 市财政局 | 市公安局 | ',
    ]);
  });

  it('is asked about where only those who help are named, groups too', () => {
    expect(codes('（配合单位：各县（市、区）政府）')).toEqual(['lead_missing']);
  });
});

describe('units by their fields', () => {
  it('are read where a known unit stands with them, and asked about', () => {
    const text = '市人社局会同市发改、教育、民政、总工会等部门和各县区政府负责。';
    const [note] = read(text);
    expect(note).toMatch(
      /^lead_support \| 市人力资源和社会保障局 \| 市发展和改革委员会 市教育局 市民政局 市总工会 \| 等/,
    );
    expect(codes(text)).toContain('unit_by_field');
  });

  it.each(['市人社局会同发改、教育。', '市人社局要会同发改等部门抓好落实。'])('are no note without: %s', (text) =>
    expect(read(text)).toEqual([]),
  );
});

describe('a bracket that closes a clause and holds nothing but names', () => {
  it.each([
    ['办好夜校。（各县（市、区）人民政府）', 'all |  |  | 各县（市、区）人民政府'],
    ['办好夜校。（市直各部门、各县区）', 'all |  |  | 市直各部门 各县区'],
    ['办好夜校。（市供销社）', 'lead_support | 市供销合作社联合社 |  | '],
    ['办好夜校。（市教育局等）', 'lead_support | 市教育局 |  | 等'],
    ['办好夜校。（市就业工作领导小组办公室）', 'lead_support | 市就业工作领导小组办公室 |  | '],
  ])('is a note, and its roles are asked about: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(codes(text)).toContain('role_unstated');
  });

  it.each(['办好夜校（各县区）。', '建设驿站（含各县（市、区））。', '稳定就业（市、县）', '办好夜校。（略）'])(
    'is none within a sentence: %s',
    (text) => expect(read(text)).toEqual([]),
  );
});

describe('brackets side by side', () => {
  it.each([
    '（牵头单位：市公安局）（责任单位：市财政局、市司法局）（完成时限：6月底）',
    '（市公安局牵头）（市财政局、市司法局配合）',
  ])('are one note: %s', (text) => expect(read(text)).toEqual(['lead_support | 市公安局 | 市财政局 市司法局 | ']));

  it('an aside within the sentence is none of them', () => {
    const text = '对符合条件的企业（由市税务局负责认定），按月退还税额。（市税务局、市财政局按职责分工负责）';
    expect(read(text)).toEqual(['joint | 市税务局 市财政局 |  | ']);
  });
});

describe('parts of the work said in one sentence', () => {
  it.each([
    '市财政局负责资金筹措，市公安局负责组织实施。',
    '市财政局负责资金筹措，市公安局负责组织实施，各县区负责落实。',
  ])('belong to all who are named: %s', (text) => {
    expect(read(text)[0]).toMatch(/^separate \| 市财政局 市公安局 \|/);
    expect(codes(text)).toContain('divided_work');
  });
});

describe('signs, remarks and seldom words', () => {
  it.each([
    ['（责任单位：市财政局〔牵头〕，市公安局〔配合〕，各县区）', 'lead_support | 市财政局 | 市公安局 | 各县区'],
    ['（市财政局统筹，各县区组织实施）', 'lead_support | 市财政局 |  | 各县区'],
    ['（市财政局、市公安局等部门单位负责）', 'joint | 市财政局 市公安局 |  | 等'],
    ['（市财政局、市公安局等部门（单位）负责）', 'joint | 市财政局 市公安局 |  | 等'],
    ['（市财政局、市公安局等部门以及各县区负责）', 'joint | 市财政局 市公安局 |  | 等 各县区'],
    ['（责任单位；市财政局、市公安局）', 'joint | 市财政局 市公安局 |  | '],
    ['（责任单位：市财政局，新增）', 'lead_support | 市财政局 |  | '],
    ['组长单位：市财政局；成员单位：市公安局、市司法局', 'lead_support | 市财政局 | 市公安局 市司法局 | '],
    ['牵头单位为市财政局，配合单位为市公安局、各县区。', 'lead_support | 市财政局 | 市公安局 | 各县区'],
    ['（市财政局总负责，市公安局分项负责）', 'lead_support | 市财政局 | 市公安局 | '],
    ['（市财政局、海关、人行负责）', 'joint | 市财政局 海关 中国人民银行 |  | '],
    ['（市财政局、市公安局等执法部门负责）', 'joint | 市财政局 市公安局 |  | 等'],
    ['[县级有关部门,各乡镇人民政府(街道办事处)]', 'all |  |  | 县级有关部门 各乡镇人民政府(街道办事处)'],
    [
      '责任单位：市财政局、市公安局，各区人民政府（含太原武宿综合保税区管委会、山西转型综合改革示范区管委会）',
      'joint | 市财政局 市公安局 |  | 各区人民政府（含太原武宿综合保税区管委会、山西转型综合改革示范区管委会）',
    ],
    ['（主责：市财政局；配合：市公安局）', 'lead_support | 市财政局 | 市公安局 | '],
    ['（市财政局领办，市公安局会办）', 'lead_support | 市财政局 | 市公安局 | '],
    ['（市财政局、市公安局抓落实）', 'joint | 市财政局 市公安局 |  | '],
    [
      '责任单位：市公安局，中国铁路太原局集团有限公司太原车务段。',
      'joint | 市公安局 中国铁路太原局集团有限公司太原车务段 |  | ',
    ],
    ['（责任单位：市委市政府督查室，各有关部门）', 'lead_support | 市委市政府督查室 |  | 各有关部门'],
    ['（责任单位：市公安局公安交管局、市财政局）', 'joint | 市公安局公安交管局 市财政局 |  | '],
    ['（市消防安全委各成员单位、市公安局负责）', 'lead_support | 市公安局 |  | 市消防安全委各成员单位'],
    ['（各省、自治区、直辖市人民政府负责）', 'all |  |  | 各省、自治区、直辖市人民政府'],
    ['（责任单位：各市（地）、县（市）政府（行署））', 'all |  |  | 各市（地）、县（市）政府（行署）'],
    ['主要责任单位：市公安局、市财政局', 'joint | 市公安局 市财政局 |  | '],
    ['主要责任单位：市公安局；其他责任单位：市财政局', 'lead_support | 市公安局 | 市财政局 | '],
    ['检查食堂。（市食安委各成员单位）开展专项行动，查处隐患。', 'all |  |  | 市食安委各成员单位'],
    ['办好夜校。（各县区、全市各有关部门）', 'all |  |  | 各县区 全市各有关部门'],
    ['责任单位：市财政局晋阳高新区管委会', 'joint | 市财政局 晋阳高新区管理委员会 |  | '],
    ['责任单位：市财政局市公安局各旗县区政府', 'joint | 市财政局 市公安局 |  | 各旗县区政府'],
    ['（市公安局负责，市财政局、市教育局加强指导）', 'lead_support | 市公安局 | 市财政局 市教育局 | '],
    ['（市公安局牵头，市财政局加大支持）', 'lead_support | 市公安局 | 市财政局 | '],
    ['（责任单位：市财政局；联系电话：0350-1234567）', 'lead_support | 市财政局 |  | '],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('a name nobody knows does not take the note with it; it is asked about', () => {
    expect(read('（市财政局、环城线工程部、市公安局负责）')[0]).toMatch(/^joint \| 市财政局 \S+ 市公安局/);
    expect(codes('（市财政局、环城线工程部、市公安局负责）')).toEqual(['unit_unknown']);
  });

  it.each(['（联系单位：市财政局，咨询窗口：一楼）', '附件：1.任务分工表（市财政局）', '（市财政局负责解释）'])(
    'whom to ask is no task: %s',
    (text) => expect(read(text)).toEqual([]),
  );

  it('a zone named beside all the places is asked about', () => {
    expect(codes('（责任单位：各县（市、区）人民政府、太原高新区管委会）')).toEqual(['zone_beside_places']);
    expect(codes('（责任单位：市公安局，各县（市、区）人民政府、太原高新区管委会）')).toEqual([]);
  });

  it('how a body works is no task’s note', () => {
    const body = '成立食堂专班，由市政府分管领导任组长，市财政局牵头，各责任单位按职责分工协同推进。';
    expect(read(body)).toEqual([]);
    expect(read('办好食堂，市财政局牵头，市教育局配合。')).toHaveLength(1);
  });

  it('a sentence that calls for more help gives nobody a task', () => {
    expect(read('市财政局、市教育局加强配合。')).toEqual([]);
  });

  it('a star may stand behind the name', () => {
    expect(codes('（市公安局*、市财政局、市教育局）')).toContain('sign_unexplained');
  });
});
