/** Roles of municipal staff. Source: the people of the programme (administrator, référent, equipment, desk, communication, elected). */
export const roles = [
  "administrator",
  "referent",
  "equipment_manager",
  "front_desk",
  "communication",
  "elected",
] as const;
export type Role = (typeof roles)[number];

/** Someone signed in, as the request knows them. */
export type Person = {
  id: string;
  sessionId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  associations: readonly {
    id: string;
    slug: string;
    name: string;
    role: "owner" | "editor" | "reader";
    /** What an editor may touch: codes of the registry. */
    topics?: readonly string[];
  }[];
};

/** Who may enter a route: a question with a name, so that a test can walk every route with every role. */
export type Who = { name: string; allows: (person: Person | undefined) => boolean };

export const anyone: Who = { name: "anyone", allows: () => true };
export const signedIn: Who = { name: "signed in", allows: (person) => person !== undefined };

/** Municipal staff having one of the roles; the administrator always may. */
export const staff = (...wanted: Role[]): Who => ({
  name: `staff: ${wanted.join(", ")}`,
  allows: (person) =>
    person?.roles.some((role) => role === "administrator" || wanted.includes(role)) ?? false,
});

/** Any municipal staff, elected officials included: they read. */
export const anyStaff: Who = staff(...roles);

/** Someone who belongs to an association. @public */
export const associationMember: Who = {
  name: "association member",
  allows: (person) => (person?.associations.length ?? 0) > 0,
};
