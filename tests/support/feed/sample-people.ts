import type { RawAuthor, RawOrganization, RawSubmitter, RawUser } from './raw-paper.ts'
import { givenNames, organizationNames, surnames } from './sample-words.ts'
import type { SeededRandom } from './seeded-random.ts'

export function inventName(random: SeededRandom): string {
  const initial = random.chance(0.12) ? ` ${random.pick([...'ABCDEFGHJKLMNPRSTW'])}.` : ''
  return `${random.pick(givenNames)}${initial} ${random.pick(surnames)}`
}

/** `count` authors, of whom a few have an account and say that the paper is theirs. */
export function inventAuthors(count: number, changedAt: string, random: SeededRandom): RawAuthor[] {
  return Array.from({ length: count }, () => {
    const name = inventName(random)
    const author = { _id: random.hex(24), name, hidden: random.chance(0.002) }
    if (!random.chance(0.07)) return author
    const status = random.pick(['claimed_verified', 'claimed_verified', 'admin_assigned'])
    return { ...author, user: inventUser(name, random), status, statusLastChangedAt: changedAt }
  })
}

export function inventUser(fullname: string, random: SeededRandom): RawUser {
  const login = `${slugify(fullname)}-${random.between(1, 99)}`
  return {
    _id: random.hex(24),
    // More than half of the feed's avatars are relative to its own host.
    avatarUrl: `/avatars/${random.hex(32)}.svg`,
    isPro: random.chance(0.1),
    fullname,
    user: login,
    type: 'user',
    name: login,
  }
}

/** The same person once more, in the other shape in which the feed describes a submitter. */
export function toSubmitter({ user, ...rest }: RawUser, random: SeededRandom): RawSubmitter {
  return {
    ...rest,
    name: user,
    isHf: false,
    isHfAdmin: false,
    isMod: false,
    ...(random.chance(0.77) && { followerCount: random.between(0, 400) }),
    isUserFollowing: false,
  }
}

/** Organisations keep their identity over the whole sample. */
export function inventOrganizations(random: SeededRandom): RawOrganization[] {
  return organizationNames.map((fullname) => {
    const organization = { _id: random.hex(24), name: slugify(fullname), fullname }
    if (random.chance(0.06)) return organization
    const avatar = `https://cdn-avatars.huggingface.co/v1/production/uploads/${random.hex(24)}/sample.png`
    return { ...organization, avatar }
  })
}

export function slugify(text: string): string {
  // ł, ø and ß do not decompose.
  const plain = text.replaceAll('ł', 'l').replaceAll(/[øØ]/g, 'o').replaceAll('ß', 'ss')
  return plain
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
