import { IsIn, IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Line, Ticked } from '../web/index.js';
import { ROUND_KINDS, type RoundKind } from './packet.types.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Opening a round. */
export class OpenRoundDto {
  @IsIn([...ROUND_KINDS], { message: '请选择调度类型' }) kind: RoundKind;
  @Line(160) title = '';
  @Matches(DAY, { message: '数据截至日请按 2023-06-30 的样式填写' }) asOf: string;
  @Matches(DAY, { message: '报送截止日请按 2023-06-30 的样式填写' }) due: string;
  @Line(300) basis = '';
  @Ticked() parts: string[] = [];
  @Ticked() indicators: string[] = [];
  @IsIn(['all', 'units', 'counties', 'leads', 'chosen'], { message: '请选择报送范围' }) scope: string;
  @Ticked() units: string[] = [];
  @Line(3) duePassed = '';
}

/** The small forms of a round's page; each act reads its own fields. */
export class RoundActDto {
  @Line(10) extendDue = '';
  @Line(500) extendReason = '';
  @Line(10) reopenDue = '';
  @Line(500) reopenReason = '';
  @Line(500) closeNote = '';
  @Line(500) cancelReason = '';
  @Ticked() chaseUnits: string[] = [];
  @Line(20) chaseChannel = '';
  @Line(2000) chaseText = '';
  @Ticked() addUnits: string[] = [];
  @Ticked() removeUnits: string[] = [];
  @Line(500) removeReason = '';
}

/** What is typed into a packet's form: checked by the contents' own rules, so that a draft may hold anything. */
export class ContentsDto {
  @IsOptional() @IsObject({ message: '任务进展的格式不正确，请刷新页面后重填' }) rows?: Record<string, unknown>;
  @IsOptional() @IsObject({ message: '数据的格式不正确，请刷新页面后重填' }) figures?: Record<string, unknown>;
  @Line(100_000) summary = '';
  @Line(100_000) typicalCase = '';
  @Line(10) filesKind = '';
  @IsOptional() @IsObject() dropFiles?: Record<string, unknown>;
  @Line(20) channel = '';
  @Line(10) receivedOn = '';
  @Line(60) signer = '';
  @Line(60) post = '';
}

/** The small forms of a packet's page; each act reads its own fields. */
export class PacketActDto {
  @Line(2000) acceptOpinion = '';
  @Line(2000) ownOpinion = '';
  @IsOptional() @IsObject() askRows?: Record<string, unknown>;
  @Line(2000) askReason = '';
  @Line(10) askBy = '';
  @Line(2000) withdrawReason = '';
  @Line(2000) exemptReason = '';
  @Line(10) unexemptDue = '';
  @Line(10) newDue = '';
  @Line(500) newDueReason = '';
  @Line(2000) nilText = '';
  @Line(20) nilChannel = '';
  @Line(10) nilReceivedOn = '';
  @Line(60) nilSigner = '';
  @Line(60) nilPost = '';
  @Line(10) approveForm = '';
  @Line(60) approveSigner = '';
  @Line(60) approvePost = '';
  @Line(10) approveOn = '';
  @Line(120) correctIndicator = '';
  @Line(60) correctPrinted = '';
  @Line(2000) correctReason = '';
  @Line(60) correctAgreedBy = '';
}

/** 签收 on a unit's behalf. */
export class AcknowledgeDto {
  @IsString() @MaxLength(80) unitId: string;
  @Line(20) channel = '';
  @Line(10) receivedOn = '';
  @Line(60) signer = '';
  @Line(60) post = '';
}
