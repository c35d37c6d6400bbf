export type OrganisationType =
  'municipality' | 'region' | 'countyAdministrativeBoard' | 'university' | 'nationalAgency' | 'other';
