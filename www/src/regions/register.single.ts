/** The register of regions is two megabytes and is not in the single file: names are typed. */
const absent = async (): Promise<never> => {
  throw new Error("The single file has no register of regions.");
};

export const regions = absent;
export const districts = absent;

export async function dropPacks(): Promise<void> {
  // None are kept.
}
