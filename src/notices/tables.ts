import type { Generated } from 'kysely'
import type { AccessShown, SightSort } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { NoticeId, Paragraph } from './types.ts'

type Of = { organisation_id: OrganisationId; person_id: PersonId }
type Notice = Of & {
  id: NoticeId
  kind: string
  title: string
  to_name: string
  from_name: string
  from_role: string
  from_reach: string
  reference: string | null
  subject_id: string | null
  sees: SightSort
  sent_on: PlainDate
  sent_by: string | null
}
type Message = Of & {
  id: string
  reference: string
  side: 'family' | 'staff'
  said_by_name: string
  said_on: PlainDate
}

/** What neighbours may read of this module, by its shown views. */
export type NoticesShown = {
  'notices.notice_shown': Pick<
    Notice,
    'id' | 'organisation_id' | 'person_id' | 'kind' | 'title' | 'sent_on' | 'subject_id' | 'reference'
  >
  'notices.message_shown': Message & { said_at: Moment }
}

type Tables = {
  'notices.notice': Notice & { to_lines: string; paragraphs: string; sent_at: Generated<Moment> }
  'notices.delivery': Of & {
    id: string
    notice_id: NoticeId
    way: 'screen' | 'print' | 'mail'
    note: string | null
    made_at: Generated<Moment>
  }
  'notices.thread': Of & { reference: string; opened_on: PlainDate }
  'notices.message': Message & {
    words: string
    said_by: string | null
    said_by_role: string
    said_at: Generated<Moment>
  }
  'notices.read_mark': { actor_id: string; reference: string; read_at: Moment }
}

/** The paragraphs of a letter as the database gives them back. */
export const paragraphsOf = (kept: unknown): readonly Paragraph[] => kept as readonly Paragraph[]

export type Ctx = Inside<Tables & NoticesShown & AccessShown & PeopleShown>
export const here = (doing: Doing): Ctx => inside<Tables & NoticesShown & AccessShown & PeopleShown>(doing)
