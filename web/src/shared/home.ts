/** The region whose officers use the explorer, and the one it looks for partners in; as the API has them by default. */
export const home = 'region:371300';
export const partnerRegion = 'region:yrd';
