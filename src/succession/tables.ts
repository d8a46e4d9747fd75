import type { AccessShown } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'

type Placed = {
  to_id: OrganisationId
  because: string
  placed_by: string | null
  placed_by_name: string
  placed_on: PlainDate
}

type Tables = {
  'succession.placing': Placed & {
    organisation_id: OrganisationId
    person_id: PersonId
    from_id: OrganisationId
  }
  'succession.staff_placing': Placed & { organisation_id: OrganisationId; actor_id: string }
  'succession.order': {
    id: string
    organisation_id: OrganisationId
    on_day: PlainDate
    because: string
    reach: string
    asked_by: string | null
    asked_by_name: string
    asked_by_role: string
    asked_on: PlainDate
    asked_at: Moment
  }
  'succession.finished': {
    order_id: string
    organisation_id: OrganisationId
    finished_on: PlainDate
    finished_at: Moment
  }
}

export type Ctx = Inside<Tables & PeopleShown & AccessShown>
export const here = (doing: Doing): Ctx => inside<Tables & PeopleShown & AccessShown>(doing)
