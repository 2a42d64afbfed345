import { IsIn, IsString, MaxLength } from 'class-validator';
import type { SupervisionLevel } from '../../workflows/supervision/supervision.v1.events.js';
import { Line, Ticked } from '../web/index.js';
import { LEVELS, WAYS, type Way } from './levels.js';

/** Proposing a supervision. */
export class ProposeDto {
  @IsString({ message: '请选择单位' }) @MaxLength(80) unit: string;
  @Ticked() measures: string[] = [];
  @IsIn(Object.keys(WAYS), { message: '请选择督办方式' }) way: Way;
  @IsIn(Object.keys(LEVELS), { message: '请选择督办级别' }) level: SupervisionLevel;
  @Line(2000) reason = '';
}

/** The forms of a supervision's page; each act reads its own fields. */
export class SupervisionActDto {
  @Line(10_000) orderText = '';
  @Line(10) orderDue = '';
  @Line(20) orderLevel = '';
  @Line(10_000) letterText = '';
  @Line(10) letterDue = '';
  @Line(10_000) reviseText = '';
  @Line(10) reviseDue = '';
  @Line(60) approvalSigner = '';
  @Line(60) approvalPost = '';
  @Line(10) approvalOn = '';
  @Line(60) sendNumber = '';
  @Line(10) sendOn = '';
  @Line(20) sendChannel = '';
  @Line(10) sendDue = '';
  @Line(60) ackPost = '';
  @Line(20) ackChannel = '';
  @Line(10) ackReceivedOn = '';
  @Line(10_000) replyText = '';
  @Line(20) replyChannel = '';
  @Line(10) replyReceivedOn = '';
  @Line(60) replySigner = '';
  @Line(60) replyPost = '';
  @Line(10) extendDue = '';
  @Line(2000) extendReason = '';
  @Line(10) againDue = '';
  @Line(2000) againReason = '';
  @Line(20) escalateLevel = '';
  @Line(10_000) escalateText = '';
  @Line(10) escalateDue = '';
}
