/** Addresses of the commitments. */
export const commitmentUrls = {
  all: "/engagements",
  one: (id: string) => `/engagements/${id}`,
  desk: "/gestion/engagements",
  edit: (id: string) => `/gestion/engagements/${id}`,
};
