import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('the part of a responsible unit: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'assignment@1',
    input: {
      planId: 'p',
      measureId: 'm',
      unitId: '市教育局',
      role: 'responsible',
      followsLead: false,
      due: '2026-06-30',
      fires: '2026-07-01',
    },
    payloads: { changeRole: { role: 'supporting' } },
  };

  it.each(
    readTable(`
  at first
  duty.work.assigned+duty.extension.none; due on 2026-07-01
  acknowledge: coordinator, unit, unit.leader, system; → duty.work.active+duty.extension.none; acknowledged=signed
  report: system; → duty.work.active+duty.extension.none; acknowledged=implied; lastPacket=id-1
  splitWork: coordinator, unit, unit.leader; changedOn=2026-07-02
  followLead: coordinator, unit, unit.leader; followsLead=true
  changeRole: coordinator, system; role=supporting
  setDue: coordinator, system; due on 2026-06-30; internalDue=2026-06-30; fires=2026-06-30
  requestExtension: coordinator, unit, unit.leader; → duty.work.assigned+duty.extension.requested; tells coordinator assignment.extensionRequested; extensionBy=乙（牵头办）; extensionOnBehalf=true
  transfer: coordinator, system; → transferred; no due; tells unit assignment.removed
  remove: coordinator, system; → removed; no due; tells unit assignment.removed
  close: system; → closed; no due
  deadline.due: system; tells unit, coordinator assignment.overdue; duePassed=true; overdue=true

  after unit acknowledge
  duty.work.active+duty.extension.none
  report: system; lastPacket=id-1
  splitWork: coordinator, unit, unit.leader; changedOn=2026-07-02
  followLead: coordinator, unit, unit.leader; followsLead=true
  changeRole: coordinator, system; role=supporting
  setDue: coordinator, system; due on 2026-06-30; internalDue=2026-06-30; fires=2026-06-30
  requestExtension: coordinator, unit, unit.leader; → duty.work.active+duty.extension.requested; tells coordinator assignment.extensionRequested; extensionBy=乙（牵头办）; extensionOnBehalf=true
  acceptContribution: coordinator, consolidator, system; → duty.work.contributed+duty.extension.none
  transfer: coordinator, system; → transferred; no due; tells unit assignment.removed
  remove: coordinator, system; → removed; no due; tells unit assignment.removed
  close: system; → closed; no due
  deadline.due: system; tells unit, coordinator assignment.overdue; duePassed=true; overdue=true

  after system report
  duty.work.active+duty.extension.none
  acknowledge: coordinator, unit, unit.leader, system; acknowledged=signed
  report: system
  splitWork: coordinator, unit, unit.leader; changedOn=2026-07-02
  followLead: coordinator, unit, unit.leader; followsLead=true
  changeRole: coordinator, system; role=supporting
  setDue: coordinator, system; due on 2026-06-30; internalDue=2026-06-30; fires=2026-06-30
  requestExtension: coordinator, unit, unit.leader; → duty.work.active+duty.extension.requested; tells coordinator assignment.extensionRequested; extensionBy=乙（牵头办）; extensionOnBehalf=true
  acceptContribution: coordinator, consolidator, system; → duty.work.contributed+duty.extension.none
  transfer: coordinator, system; → transferred; no due; tells unit assignment.removed
  remove: coordinator, system; → removed; no due; tells unit assignment.removed
  close: system; → closed; no due
  deadline.due: system; tells unit, coordinator assignment.overdue; duePassed=true; overdue=true

  after system report, coordinator acceptContribution
  duty.work.contributed+duty.extension.none
  report: system
  splitWork: coordinator, unit, unit.leader; changedOn=2026-07-02
  followLead: coordinator, unit, unit.leader; followsLead=true
  changeRole: coordinator, system; role=supporting
  setDue: coordinator, system; due on 2026-06-30; internalDue=2026-06-30; fires=2026-06-30
  requestExtension: coordinator, unit, unit.leader; → duty.work.contributed+duty.extension.requested; tells coordinator assignment.extensionRequested; extensionBy=乙（牵头办）; extensionOnBehalf=true
  returnContribution: coordinator, consolidator; → duty.work.active+duty.extension.none; tells unit assignment.contributionReturned
  transfer: coordinator, system; → transferred; no due; tells unit assignment.removed
  remove: coordinator, system; → removed; no due; tells unit assignment.removed
  close: system; → closed; no due
  deadline.due: system; duePassed=true

  after system report, system deadline.due
  duty.work.active+duty.extension.none
  acknowledge: coordinator, unit, unit.leader, system; acknowledged=signed
  report: system
  splitWork: coordinator, unit, unit.leader; changedOn=2026-07-02
  followLead: coordinator, unit, unit.leader; followsLead=true; overdue=false
  changeRole: coordinator, system; role=supporting
  setDue: coordinator, system; due on 2026-06-30; internalDue=2026-06-30; fires=2026-06-30; duePassed=false; overdue=false
  requestExtension: coordinator, unit, unit.leader; → duty.work.active+duty.extension.requested; tells coordinator assignment.extensionRequested; extensionBy=乙（牵头办）; extensionOnBehalf=true
  acceptContribution: coordinator, consolidator, system; → duty.work.contributed+duty.extension.none
  transfer: coordinator, system; → transferred; no due; tells unit assignment.removed
  remove: coordinator, system; → removed; no due; tells unit assignment.removed
  close: system; → closed; no due
  deadline.due: system; tells unit, coordinator assignment.overdue

  after unit requestExtension
  duty.work.assigned+duty.extension.requested
  acknowledge: coordinator, unit, unit.leader, system; → duty.work.active+duty.extension.requested; acknowledged=signed
  report: system; → duty.work.active+duty.extension.requested; acknowledged=implied; lastPacket=id-1
  splitWork: coordinator, unit, unit.leader; changedOn=2026-07-02
  followLead: coordinator, unit, unit.leader; followsLead=true
  changeRole: coordinator, system; role=supporting
  setDue: coordinator, system; due on 2026-06-30; internalDue=2026-06-30; fires=2026-06-30
  withdrawExtension: coordinator, unit, unit.leader; → duty.work.assigned+duty.extension.none
  grantExtension: coordinator; → duty.work.assigned+duty.extension.none; tells unit assignment.extensionDecided; due on 2026-06-30; fires=2026-06-30
  refuseExtension: coordinator; → duty.work.assigned+duty.extension.none; tells unit assignment.extensionDecided
  transfer: coordinator, system; → transferred; no due; tells unit assignment.removed
  remove: coordinator, system; → removed; no due; tells unit assignment.removed
  close: system; → closed; no due
  deadline.due: system; tells unit, coordinator assignment.overdue; duePassed=true; overdue=true

  after coordinator requestExtension
  duty.work.assigned+duty.extension.requested
  acknowledge: coordinator, unit, unit.leader, system; → duty.work.active+duty.extension.requested; acknowledged=signed
  report: system; → duty.work.active+duty.extension.requested; acknowledged=implied; lastPacket=id-1
  splitWork: coordinator, unit, unit.leader; changedOn=2026-07-02
  followLead: coordinator, unit, unit.leader; followsLead=true
  changeRole: coordinator, system; role=supporting
  setDue: coordinator, system; due on 2026-06-30; internalDue=2026-06-30; fires=2026-06-30
  withdrawExtension: coordinator, unit, unit.leader; → duty.work.assigned+duty.extension.none
  grantExtension: coordinator; → duty.work.assigned+duty.extension.none; tells unit assignment.extensionDecided; due on 2026-06-30; fires=2026-06-30
  refuseExtension: coordinator; → duty.work.assigned+duty.extension.none; tells unit assignment.extensionDecided
  transfer: coordinator, system; → transferred; no due; tells unit assignment.removed
  remove: coordinator, system; → removed; no due; tells unit assignment.removed
  close: system; → closed; no due
  deadline.due: system; tells unit, coordinator assignment.overdue; duePassed=true; overdue=true

  after unit acknowledge, system close
  closed (at an end)
  reopen: system; → duty.work.active+duty.extension.none; due on 2026-06-30; fires=2026-06-30; duePassed=true

  after coordinator transfer
  transferred (over)

  after coordinator remove
  removed (over)
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

describe('the part of a supporter that follows the lead: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'assignment@1',
    input: { planId: 'p', measureId: 'm', unitId: '市教育局', role: 'supporting', followsLead: true },
    payloads: { changeRole: { role: 'responsible' }, followLead: { on: false } },
  };

  it.each(
    readTable(`
  at first
  duty.work.assigned+duty.extension.none; no due
  acknowledge: coordinator, unit, unit.leader, system; → duty.work.active+duty.extension.none; acknowledged=signed
  report: system; → duty.work.active+duty.extension.none; acknowledged=implied; lastPacket=id-1
  splitWork: coordinator, unit, unit.leader; changedOn=2026-07-02
  followLead: coordinator, unit, unit.leader; followsLead=false
  changeRole: coordinator, system; role=responsible
  setDue: coordinator, system; due on 2026-06-30; due=2026-06-30; firstDue=2026-06-30; internalDue=2026-06-30; fires=2026-06-30
  requestExtension: coordinator, unit, unit.leader; → duty.work.assigned+duty.extension.requested; tells coordinator assignment.extensionRequested; extensionBy=乙（牵头办）; extensionOnBehalf=true
  acceptContribution: coordinator, consolidator, system; → duty.work.contributed+duty.extension.none
  transfer: coordinator, system; → transferred; no due; tells unit assignment.removed
  remove: coordinator, system; → removed; no due; tells unit assignment.removed
  close: system; → closed; no due
  deadline.due: system; duePassed=true
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

describe('the lead’s own part: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'assignment@1',
    input: { planId: 'p', measureId: 'm', unitId: '市财政局', role: 'responsible', followsLead: false },
    payloads: { changeRole: { role: 'supporting' } },
  };

  it.each(
    readTable(`
  after system report
  duty.work.active+duty.extension.none
  acknowledge: coordinator, unit, unit.leader, system; acknowledged=signed
  report: system
  splitWork: coordinator, unit, unit.leader; changedOn=2026-07-02
  followLead: coordinator, unit, unit.leader; followsLead=true
  changeRole: coordinator, system; role=supporting
  setDue: coordinator, system; due on 2026-06-30; due=2026-06-30; firstDue=2026-06-30; internalDue=2026-06-30; fires=2026-06-30
  requestExtension: coordinator, unit, unit.leader; → duty.work.active+duty.extension.requested; tells coordinator assignment.extensionRequested; extensionBy=乙（牵头办）; extensionOnBehalf=true
  acceptContribution: coordinator, system; → duty.work.contributed+duty.extension.none
  transfer: coordinator, system; → transferred; no due; tells unit assignment.removed
  remove: coordinator, system; → removed; no due; tells unit assignment.removed
  close: system; → closed; no due
  deadline.due: system; tells unit, coordinator assignment.overdue; duePassed=true; overdue=true
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('assignment@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('assignment@1')).toEqual([]);
});
