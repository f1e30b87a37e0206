// placeholder until the embed lands
export const LIMITS = {};
