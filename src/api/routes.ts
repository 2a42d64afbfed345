import { LedgerQueryDto } from '../ledger/ledger.service.js';
import {
  ImportBodyDto,
  FigureDto,
  IssueBodyDto,
  OpenRoundBodyDto,
  RoundsQueryDto,
  RowDto,
  SubmitBodyDto,
} from './requests.dto.js';

type Dto = new () => object;

/** One address of the interface: from this table come the running routes and their description. */
export interface ApiRoute {
  method: 'GET' | 'POST';
  /** Under /api/v1; parameters as :name. */
  path: string;
  summary: string;
  /** Name of the answer in ANSWERS. */
  answer: string;
  query?: Dto;
  body?: Dto;
  /** Lists in the body whose entries have a shape of their own. */
  items?: Record<string, Dto>;
  /** The body is a multipart form with one file of this field. */
  file?: string;
  /** The body's fields depend on what is sent. */
  freeBody?: string;
  status?: number;
  open?: boolean;
}

const CREATED = 201;

export const ROUTES = {
  document: { method: 'GET', path: 'openapi.json', summary: '本接口的说明', answer: 'Document', open: true },
  plans: { method: 'GET', path: 'plans', summary: '有权查看的计划', answer: 'Plans' },
  importPlan: {
    ...{ method: 'POST', path: 'plans', summary: '导入计划文件为草稿（牵头办）', answer: 'Imported' },
    ...{ file: 'file', body: ImportBodyDto, status: CREATED },
  },
  plan: { method: 'GET', path: 'plans/:id', summary: '一份计划：年度、阶段、指标', answer: 'PlanSheet' },
  measures: { method: 'GET', path: 'plans/:id/measures', summary: '计划的举措和任务分工', answer: 'Measures' },
  issuePlan: {
    ...{ method: 'POST', path: 'plans/:id/issue', summary: '确认并印发计划，分办任务（牵头办）', answer: 'Issued' },
    body: IssueBodyDto,
  },
  measure: { method: 'GET', path: 'measures/:id', summary: '一条举措和各单位的任务', answer: 'MeasureSheet' },
  rounds: {
    method: 'GET',
    path: 'rounds',
    summary: '调度；单位看到本单位参加的',
    answer: 'Rounds',
    query: RoundsQueryDto,
  },
  openRound: {
    ...{ method: 'POST', path: 'plans/:id/rounds', summary: '发起一次调度（牵头办）', answer: 'Opened' },
    ...{ body: OpenRoundBodyDto, status: CREATED },
  },
  round: { method: 'GET', path: 'rounds/:id', summary: '一次调度的报送情况矩阵', answer: 'Round' },
  packet: { method: 'GET', path: 'packets/:id', summary: '一个单位在一次调度中的报送件', answer: 'Packet' },
  submitPacket: {
    ...{ method: 'POST', path: 'packets/:id/submit', summary: '单位报送；逾期照收并注明', answer: 'Done' },
    ...{ body: SubmitBodyDto, items: { rows: RowDto, figures: FigureDto } },
  },
  ledger: { method: 'GET', path: 'ledger', summary: '台账，每页 500 行', answer: 'Ledger', query: LedgerQueryDto },
  flow: {
    ...{
      method: 'POST',
      path: 'flow/:instance/:type',
      summary: '办理一个事项，如签收、完成申请、接收',
      answer: 'Done',
    },
    freeBody: '该事项自己的栏目；多余的栏目不接受',
  },
} as const satisfies Record<string, ApiRoute>;

export type RouteName = keyof typeof ROUTES;

/** Where the interface begins. */
export const API_ROOT = 'api/v1';
