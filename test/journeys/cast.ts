import type { Device, Site } from './browser.ts'
import type { Visit } from './visit.ts'

/** Who walks through a journey, each in a browser of their own, and the case they walk with. */
export type Cast = {
  readonly site: Site
  readonly device: Device
  readonly script: boolean
  readonly nadia: Visit
  readonly priya: Visit
  readonly tom: Visit
  readonly ngozi: Visit
  readonly rashid: Visit
  /** The reference of Sami's request, once there is one. */
  reference: string
}

export async function gather(site: Site, how: { device: Device; script: boolean }): Promise<Cast> {
  const staff = (name: string) => site.open({ ...how, as: `${name}@millbrook-icb.example` })
  return {
    site,
    ...how,
    nadia: await site.open(how),
    priya: await staff('priya.nair'),
    tom: await staff('tom.birkett'),
    ngozi: await staff('ngozi.okafor'),
    rashid: await staff('rashid.mahmood'),
    reference: '',
  }
}

/** A day as the three fields of a form. */
export const dayFields = (name: string, day: string): Record<string, string> => ({
  [`${name}-day`]: String(Number(day.slice(8))),
  [`${name}-month`]: String(Number(day.slice(5, 7))),
  [`${name}-year`]: day.slice(0, 4),
})
