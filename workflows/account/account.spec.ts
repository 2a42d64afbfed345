import { describe, expect, it } from '@jest/globals';
import { Course, people } from '../../test/support/course.js';

const { admin, coordinator, liaison } = people;
const account = () => new Course('account@1', { account: 'jiaoyuju', unitId: 'u', roles: ['liaison'] });

describe('a user’s account', () => {
  it('gets its roles from the administrator alone', () => {
    expect(account().may(coordinator, 'changeRoles')).toBe(false);
    const changed = account().does(admin, 'changeRoles', { roles: ['leader'], name: '局领导', unitId: 'u2' });
    expect(changed.context).toMatchObject({ roles: ['leader'], unitId: 'u2' });
  });

  it('its owner changes the password, another liaison does not', () => {
    expect(account().may(liaison, 'passwordChanged')).toBe(false);
    const changed = account()
      .on('2026-04-01')
      .does({ ...liaison, relation: 'self' }, 'passwordChanged');
    expect(changed.context.passwordChangedOn).toBe('2026-04-01');
  });

  it('is disabled, never deleted, and can be enabled again', () => {
    const gone = account().does(coordinator, 'disable', { reason: '调离' });
    expect(gone.isOver).toBe(false);
    expect(gone.may(admin, 'changeRoles')).toBe(false);
    expect(gone.does(admin, 'enable').state).toBe('active');
  });
});
