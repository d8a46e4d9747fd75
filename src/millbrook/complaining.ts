import { seeAs } from '../access/public.ts'
import * as complaints from '../complaints/public.ts'
import { addDays } from '../kernel/days.ts'
import type { Doing } from '../platform/doing.ts'
import { must } from './must.ts'
import { as, type Place, referenceOf, type Walk } from './walk.ts'

type At = { readonly walk: Walk; readonly reference: string }

/** Somebody of the family complains, or the person. */
async function complains({ walk, reference }: At, on: number, said: readonly [string, string, string]) {
  // A nurse may have asked for the budget; whoever stands for the person complains.
  const [relative] = walk.folk.relatives
  const relation = walk.life.family?.find(({ name }) => name === relative?.name)?.kind
  const actor = relation === 'parent' && relative ? relative.actor : walk.folk.self
  const doing = as(walk, actor, on)
  const [words, wants, who] = said
  const made = await complaints.makeComplaint(doing, {
    reference,
    madeBy: relation === 'parent' ? 'parent' : 'person',
    madeByName: actor.name,
    how: 'online',
    readBack: false,
    about: 'nhs',
    happenedOn: addDays(doing.today, -20),
    words,
    wants,
    who,
    lateBecause: '',
  })
  return must(made, `a complaint of ${walk.life.name}`)
}

async function planned({ walk, reference }: At, on: number, points: readonly string[]) {
  const { priya, helen } = walk.place.staff
  const which = { reference, number: 1 }
  must(await complaints.acknowledge(as(walk, helen, on), which), 'telling them that it arrived')
  const doing = as(walk, helen, on + 2)
  const plan = await complaints.planHandling(doing, {
    ...which,
    how: 'Helen Ashworth reads the record and talks to everybody who had a part in it.',
    handler: helen.id,
    answerBy: addDays(doing.today, 25),
    lead: 'nhs',
    agreed: 'agreed',
    points,
  })
  must(plan, 'agreeing how it is looked into')
  const concern = { ...which, actor: priya.id, part: 'complained-of' } as const
  must(await complaints.noteConcern(doing, concern), 'who may not answer')
  must(await complaints.noteWork(doing, { ...which, words: 'Rang the bank. They look it up.' }), 'a note')
}

async function answered({ walk, reference }: At) {
  const { helen } = walk.place.staff
  const which = { reference, number: 1 }
  const doing = as(walk, helen, -30)
  const answer = await complaints.answerComplaint(doing, {
    ...which,
    points: [
      {
        number: 1,
        outcome: 'upheld',
        reasons: 'The change was written down and nobody read the list of changes that week.',
        rules: ['COMPLAINT-NO-HARM'],
      },
      {
        number: 2,
        outcome: 'not',
        reasons: 'The record shows two calls. Both went to an old number, which we have now changed.',
        rules: [],
      },
    ],
    promises: [
      {
        what: 'Pay back the bank’s charge of £12',
        who: 'Ngozi Okafor',
        by: addDays(doing.today, 10),
        isMoney: true,
      },
      { what: 'Ring before each change', who: 'Tom Birkett', by: addDays(doing.today, 90), isMoney: false },
    ],
  })
  must(answer, 'an answer')
  const kept = {
    ...which,
    promise: 1,
    on: addDays(doing.today, 6),
    evidence: 'Paid with the run of that week.',
  }
  must(await complaints.keepPromise(as(walk, helen, -24), kept), 'a promise kept')
}

const lessons = [
  [
    'A payment that changes within a month can be missed, because nobody reads the list of changes.',
    'The list of changes is read every Monday by two people, and the family is rung before each change.',
  ],
  [
    'We rang an old number and thought that the family did not want to talk.',
    'Each letter now asks whether the telephone number is still right, and says how to change it.',
  ],
] as const

async function learnt({ walk, reference }: At) {
  const { helen, tom } = walk.place.staff
  for (const [place, [says, changed]] of lessons.entries()) {
    const written = await complaints.writeLesson(as(walk, helen, -22), {
      reference,
      complaint: 1,
      learntFrom: 'answer',
      says,
      changed,
      owner: 'Tom Birkett',
      rules: ['COMPLAINT-NO-HARM'],
      pages: ['/notices/messages'],
    })
    must(written, 'a lesson')
    const published = complaints.publishLesson(as(walk, tom, -20), { reference, number: place + 1 })
    must(await published, 'a lesson published')
  }
}

async function lookedAtAgain({ walk, reference }: At) {
  const doing = as(walk, walk.folk.self, -6)
  const asked = await complaints.askToLookAgain(doing, {
    reference,
    subject: 'left-out-of-plan',
    decidedOn: addDays(doing.today, -30),
    decidedBy: 'Tom Birkett',
    words: 'The swimming was in the first version. It is the one thing that helps my back.',
  })
  must(asked, 'asking to look again')
  const letter = { reference, what: 'letter', on: doing.today, says: '', changed: null } as const
  must(await complaints.noteChcStep(as(walk, walk.place.staff.priya, -6), letter), 'a decision letter')
}

type Story = (at: At) => Promise<unknown>
const stories: Readonly<Record<string, Story>> = {
  'Gwen Tallis': async at => {
    const words = 'The payment of May came nine days late and I had to ask my sister for money.'
    await complains(at, -70, [words, 'Pay in time. Ring me before you change anything.', 'Priya Nair'])
    await planned(at, -69, ['The payment came nine days late', 'Nobody rang before the change'])
    await answered(at)
    await learnt(at)
    await lookedAtAgain(at)
  },
  'Yusuf Hassan': at =>
    complains(at, -1, [
      'I asked three times who comes on Saturday. Nobody answers my messages.',
      'Somebody who answers within two days.',
      '',
    ]),
  'Derek Ransome': async at => {
    const words = 'I was told on the telephone that I spent the money wrongly. That was not true.'
    await complains(at, -24, [words, 'Say that it was not true, in writing.', 'Priya Nair'])
    await planned(at, -23, ['What was said on the telephone was not true'])
  },
}

/** Complaints at three stages, two lessons for everybody, something to look at again. */
export async function complain(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  // What was settled before was seen as finance sees it; the service walks these ways for everybody.
  await seeAs(doing)
  for (const walk of walks) {
    const own = { ...walk, doing, place }
    const story = stories[walk.life.name]
    if (story !== undefined) await story({ walk: own, reference: referenceOf(own) })
  }
}
