import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';

const unit = { name: '市人社局', fullName: '市人力资源和社会保障局', shortName: '市人社局', kind: 'bureau' };
const start = {
  kind: 'start' as const,
  machine: 'unit',
  id: 'hr',
  scope: '',
  input: { ...unit, place: '', level: 'city' },
};

describe('what is kept beside the log', () => {
  let ground: TestGround;
  beforeEach(async () => (ground = await openGround()));
  afterEach(() => ground.close());

  it('is written with the command or not at all: an account never stands without its password', async () => {
    const beside = async (): Promise<never> => {
      throw new Error('no room');
    };
    await expect(ground.engine.execute({ actor: COORDINATOR, beside }, [start])).rejects.toThrow('no room');
    expect(await ground.database.reader.all('SELECT id FROM instance')).toEqual([]);
    await ground.engine.execute({ actor: COORDINATOR }, [start]);
    expect(await ground.database.reader.all('SELECT id FROM instance')).toHaveLength(1);
  });

  it('is not written when the command is refused', async () => {
    let written = 0;
    const beside = async (): Promise<void> => void written++;
    const unknown = { kind: 'send' as const, instance: 'nobody', type: 'disable', payload: {} };
    await expect(ground.engine.execute({ actor: COORDINATOR, beside }, [unknown])).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(written).toBe(0);
  });
});
