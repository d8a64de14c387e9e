/**
 * Organizations that own workshops: how they come to be, and how people come to belong to them. Owns invitations by mail; the rule that an
 * owner stays is the store's. Must not know HTTP.
 */
import { id, instant, type AccountId, type OwningOrganizationId } from '../../shared/kernel/ids.ts';
import { textIn, type Language, type LocalText } from '../../shared/kernel/language.ts';
import { say } from '../../shared/languages/area.ts';
import { organizationRoleArea } from '../../shared/languages/areas/organization-roles.ts';
import type { OrganizationRole } from '../../shared/organization/roles.ts';
import { sameAddress } from '../../shared/protocol/account-schemas.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccountStore } from '../ports/accounts.ts';
import type { Outbox } from '../ports/mail.ts';
import type { MemberInvitation, OrganizationStore, OwningOrganization } from '../ports/organizations.ts';
import { hashSecret } from './secrets.ts';

const INVITATION_MS = 14 * 86_400_000;

export interface Invited {
  readonly invitation: MemberInvitation;
  readonly organization: OwningOrganization;
  /** The address has an account already: its owner signs in before accepting. */
  readonly isKnown: boolean;
}

export interface Organizations {
  found(name: LocalText, owner: AccountId): Promise<OwningOrganization>;
  invite(
    organization: OwningOrganizationId,
    by: { readonly account: AccountId; readonly name: string },
    wish: { readonly email: string; readonly role: OrganizationRole; readonly language: Language },
  ): Promise<MemberInvitation | null>;
  look(secret: string): Promise<Invited | null>;
  /** As somebody who is signed in already. */
  accept(secret: string, account: AccountId): Promise<OwningOrganizationId | null>;
  /** As somebody new; the link has proven the address. */
  acceptAsNew(secret: string, name: string, language: Language): Promise<AccountId | 'badLink' | 'signInFirst'>;
}

export const createOrganizations = (deps: {
  readonly store: OrganizationStore;
  readonly accounts: AccountStore;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly base: () => string;
}): Organizations => {
  const { store, accounts, clock, mint } = deps;

  const look = async (secret: string): Promise<Invited | null> => {
    const invitation = await store.findInvitation(hashSecret(secret), clock.now());
    const organization = invitation && (await store.find(invitation.organization));
    if (!organization) return null;
    const isKnown = (await accounts.findByIdentity('email', sameAddress(invitation.email))) !== null;
    return { invitation, organization, isKnown };
  };

  return {
    async found(name, owner) {
      const organization = { id: id<OwningOrganizationId>(mint.id()), name, createdAt: clock.now() };
      await store.add(organization, owner);
      return organization;
    },
    async invite(organization, by, { email, role, language }) {
      const known = await store.find(organization);
      if (!known) return null;
      const [secret, createdAt] = [mint.secret(), clock.now()];
      const reader = await accounts.findByIdentity('email', sameAddress(email));
      const speaks = reader?.language ?? language;
      const invitation: MemberInvitation = {
        id: mint.id(),
        organization,
        email: sameAddress(email),
        role,
        secretHash: hashSecret(secret),
        invitedBy: by.account,
        createdAt,
        expiresAt: instant(createdAt + INVITATION_MS),
      };
      await store.invite(invitation);
      await deps.outbox.post({
        key: `memberInvitation:${invitation.id}`,
        to: email,
        template: 'memberInvitation',
        values: {
          url: `${deps.base()}/join#k=${secret}`,
          inviter: by.name,
          organization: textIn(known.name, speaks),
          role: say(organizationRoleArea, speaks, role),
        },
        language: speaks,
      });
      return invitation;
    },
    look,
    async accept(secret, account) {
      const invited = await look(secret);
      if (!invited || !(await store.acceptInvitation(invited.invitation.id, account, clock.now()))) return null;
      return invited.organization.id;
    },
    async acceptAsNew(secret, name, language) {
      const invited = await look(secret);
      if (!invited) return 'badLink';
      if (invited.isKnown) return 'signInFirst';
      const { email } = invited.invitation;
      const account = id<AccountId>(mint.id());
      const createdAt = clock.now();
      await accounts.add(
        { id: account, name, language, isAdministrator: false, createdAt, closedAt: null },
        { kind: 'email', subject: sameAddress(email), account, shown: email, createdAt },
      );
      return (await store.acceptInvitation(invited.invitation.id, account, createdAt)) ? account : 'badLink';
    },
  };
};
