/** Pedir un ensayo. */
export const rehearse = {
  'rehearse.ask': 'Ensayar',
  'rehearse.title': 'Ensayar «{{title}}»',
  'rehearse.what':
    'Lo repite contra un incidente que ya terminó: si se habría encontrado, si habría actuado y si los usuarios se habrían recuperado. No se cambia nada.',
  'rehearse.confirm': 'Ensayar',
  'rehearse.incident': 'Incidente pasado',
  'rehearse.choose': 'Elija uno',
  'rehearse.other': 'U otro, por su identificador',
  'rehearse.none': 'Ninguno de sus incidentes ha terminado todavía.',
  'rehearse.notListed': 'No se pueden listar los incidentes pasados: {{why}}',
};
