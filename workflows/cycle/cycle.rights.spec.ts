import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('a year of a plan: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'cycle@1',
    input: { planId: 'p', year: 2026 },
    payloads: {
      setPhases: {
        fires: { mobilisationEnd: '2026-05-01', implementationEnd: '2026-12-01', evaluationEnd: '2027-01-01' },
      },
    },
  };

  it.each(
    readTable(`
  at first
  mobilisation
  setPhases: coordinator; mobilisationEnd on 2026-05-01; implementationEnd on 2026-12-01; evaluationEnd on 2027-01-01; phasesSet=true
  beginImplementation: coordinator, system; → implementation
  beginEvaluation: coordinator, system; → evaluation
  cancel: system; → cancelled; no mobilisationEnd; no implementationEnd; no evaluationEnd
  deadline.mobilisationEnd: system; → implementation; mobilisationOver=true
  deadline.implementationEnd: system; → evaluation; implementationOver=true
  deadline.evaluationEnd: system; evaluationOver=true

  after coordinator beginImplementation
  implementation
  setPhases: coordinator; mobilisationEnd on 2026-05-01; implementationEnd on 2026-12-01; evaluationEnd on 2027-01-01; phasesSet=true
  beginEvaluation: coordinator, system; → evaluation
  cancel: system; → cancelled; no mobilisationEnd; no implementationEnd; no evaluationEnd
  backToMobilisation: coordinator; → mobilisation
  deadline.mobilisationEnd: system; mobilisationOver=true
  deadline.implementationEnd: system; → evaluation; implementationOver=true
  deadline.evaluationEnd: system; evaluationOver=true

  after system beginEvaluation
  evaluation
  setPhases: coordinator; mobilisationEnd on 2026-05-01; implementationEnd on 2026-12-01; evaluationEnd on 2027-01-01; phasesSet=true
  appraise: coordinator; → appraisal
  close: coordinator; → closed; no mobilisationEnd; no implementationEnd; no evaluationEnd
  cancel: system; → cancelled; no mobilisationEnd; no implementationEnd; no evaluationEnd
  backToMobilisation: coordinator; → mobilisation
  backToImplementation: coordinator; → implementation
  deadline.mobilisationEnd: system; mobilisationOver=true
  deadline.implementationEnd: system; implementationOver=true
  deadline.evaluationEnd: system; evaluationOver=true

  after coordinator beginEvaluation, coordinator appraise
  appraisal
  setPhases: coordinator; mobilisationEnd on 2026-05-01; implementationEnd on 2026-12-01; evaluationEnd on 2027-01-01; phasesSet=true
  close: coordinator; → closed; no mobilisationEnd; no implementationEnd; no evaluationEnd
  cancel: system; → cancelled; no mobilisationEnd; no implementationEnd; no evaluationEnd
  backToImplementation: coordinator; → implementation
  backToEvaluation: coordinator; → evaluation
  deadline.mobilisationEnd: system; mobilisationOver=true
  deadline.implementationEnd: system; implementationOver=true
  deadline.evaluationEnd: system; evaluationOver=true

  after coordinator beginEvaluation, coordinator close
  closed (over)

  after system cancel
  cancelled (over)

  after coordinator setPhases, system deadline.mobilisationEnd, system deadline.implementationEnd, system deadline.evaluationEnd
  evaluation
  setPhases: coordinator; mobilisationEnd on 2026-05-01; implementationEnd on 2026-12-01; evaluationEnd on 2027-01-01; mobilisationOver=false; implementationOver=false; evaluationOver=false
  appraise: coordinator; → appraisal
  close: coordinator; → closed; no mobilisationEnd; no implementationEnd; no evaluationEnd
  cancel: system; → cancelled; no mobilisationEnd; no implementationEnd; no evaluationEnd
  backToMobilisation: coordinator; → mobilisation
  backToImplementation: coordinator; → implementation
  deadline.mobilisationEnd: system
  deadline.implementationEnd: system
  deadline.evaluationEnd: system
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('cycle@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('cycle@1')).toEqual([]);
});
