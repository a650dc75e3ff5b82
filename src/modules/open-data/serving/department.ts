/** The department a postcode or an INSEE code begins with: `49`, `2A`, `974`. */
export const departmentOf = (code: string): string =>
  /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
