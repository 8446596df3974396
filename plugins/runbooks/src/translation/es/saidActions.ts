/** De las acciones de los módulos que hablan con otros sistemas, de los mensajes, y cómo se llaman todas. */
export const saidActions = {
  'said.action.argo-workflows/submit.description':
    'Ejecuta una WorkflowTemplate de Argo Workflows hasta el final.',
  'said.action.argo-workflows/submit.title': 'Enviar un flujo de trabajo',
  'said.action.argo.app-gone':
    'La aplicación {{app}} ya no está, o se creó de nuevo.',
  'said.action.argo.app-not-allowed':
    '{{app}} no es una aplicación de esta entidad, ni de las que la configuración deja a todos.',
  'said.action.argo.busy': 'Otra sincronización está en curso.',
  'said.action.argo.busy+by':
    '{{by}} está sincronizando la aplicación {{app}}.',
  'said.action.argo.deleted': 'La aplicación {{app}} se está eliminando.',
  'said.action.argo.forbidden':
    'El token de Argo CD no puede sincronizar esta aplicación.',
  'said.action.argo.forbidden+app':
    'El token de Argo CD {{instance}} no puede sincronizar la aplicación {{project}}/{{app}}: dele el permiso a su cuenta.',
  'said.action.argo.idle': 'No hay nada en curso en la aplicación {{app}}.',
  'said.action.argo.impossible': 'Ahora no es posible: {{action}}',
  'said.action.argo.instance':
    'No hay ningún Argo CD {{name}} en la configuración.',
  'said.action.argo.missing-parameters': '{{template}} necesita {{names}}.',
  'said.action.argo.no-app':
    'La entidad no tiene ninguna aplicación en Argo CD: póngale la anotación argocd/app-name.',
  'said.action.argo.no-template':
    'No hay ninguna WorkflowTemplate {{namespace}}/{{template}}.',
  'said.action.argo.other-environment':
    'La aplicación no despliega en {{environment}}.',
  'said.action.argo.other-operation':
    'Desde que se hizo el plan hay otra operación en curso.',
  'said.action.argo.refused': 'Argo lo rechaza: {{reason}}',
  'said.action.argo.several-apps':
    'Puede referirse a varias aplicaciones: {{names}}',
  'said.action.argo.several-sources':
    'La aplicación {{app}} tiene varias fuentes: solo se puede sincronizar con lo que sigue.',
  'said.action.argo.several-templates':
    'La WorkflowTemplate {{template}} está en varios sitios: diga el servidor y el espacio de nombres.',
  'said.action.argo.submit': 'Enviar {{namespace}}/{{template}}.',
  'said.action.argo.sync':
    'Sincronizar la aplicación {{app}} con {{revision}}.',
  'said.action.argo.sync-prune':
    'Sincronizar la aplicación {{app}} con {{revision}}, eliminando lo que no esté en ella.',
  'said.action.argo.sync-undo': 'Sincronizar con {{revision}}.',
  'said.action.argo.template-not-allowed':
    'La WorkflowTemplate {{template}} no está entre las que se pueden enviar en {{environment}}.',
  'said.action.argo.terminate':
    'Terminar la sincronización de la aplicación {{app}}.',
  'said.action.argo.unknown-parameters':
    '{{template}} no tiene los parámetros {{names}}.',
  'said.action.argo.window':
    'Una ventana de sincronización del proyecto {{project}} está cerrada para la aplicación {{app}}.',
  'said.action.argo.wrong-parameters':
    '{{template}} no admite estos valores de {{names}}.',
  'said.action.argocd/sync.description':
    'Hace que Argo CD aplique lo que hay en Git, u otra revisión, con sus hooks.',
  'said.action.argocd/sync.title': 'Sincronizar una aplicación',
  'said.action.argocd/terminate.description':
    'Termina la operación en curso de una aplicación; lo que ya aplicó se queda.',
  'said.action.argocd/terminate.title': 'Terminar una sincronización',
  'said.action.awx/launch-job.description':
    'Lanza una plantilla de trabajo de la configuración y espera a que termine.',
  'said.action.awx/launch-job.title': 'Lanzar un trabajo de AWX',
  'said.action.command.argument':
    '{{command}}: un argumento es demasiado largo o tiene NUL.',
  'said.action.command.changed':
    '{{command}} cambió entretanto en la configuración; planifique de nuevo.',
  'said.action.command.impossible': 'Ahora no es posible: {{action}}',
  'said.action.command.missing-param':
    '{{command}} necesita el parámetro {{param}}.',
  'said.action.command.no-program': '{{program}} ya no está.',
  'said.action.command.not-allowed':
    '{{command}} no está entre los comandos que se pueden ejecutar en {{environment}}.',
  'said.action.command.option':
    '{{command}}: un parámetro no puede empezar con un guion.',
  'said.action.command.refused': 'Se rechazó: {{reason}}',
  'said.action.command.run': 'Ejecutar {{command}}.',
  'said.action.command.undo': 'Ejecutar {{command}}.',
  'said.action.command.unknown-param':
    '{{command}} no tiene el parámetro {{param}}.',
  'said.action.command.wrong-param':
    '{{command}}: el valor de {{param}} no tiene la forma que se pide.',
  'said.action.command/run.description':
    'Ejecuta un comando de la configuración.',
  'said.action.command/run.title': 'Ejecutar un comando',
  'said.action.delivery/rollback.description':
    'Vuelve a poner la versión que antes funcionaba bien, por la vía que más dura sin que intervenga nadie.',
  'said.action.delivery/rollback.title': 'Volver a la última versión buena',
  'said.action.flags/set.description':
    'Da otro valor a un indicador de funcionalidad.',
  'said.action.flags/set.title': 'Cambiar un indicador de funcionalidad',
  'said.action.github.archived': '{{repository}} está archivado.',
  'said.action.github.disabled':
    '{{workflow}} no se puede iniciar tal como está ({{state}}): actívelo.',
  'said.action.github.dispatch':
    'Iniciar {{workflow}} de {{repository}} en {{ref}}.',
  'said.action.github.impossible': 'Ahora no es posible: {{action}}',
  'said.action.github.missing-inputs': '{{workflow}} necesita {{names}}.',
  'said.action.github.no-access':
    'No hay ningún repositorio {{repository}}, o la integración no puede verlo.',
  'said.action.github.no-dispatch':
    '{{workflow}} de {{repository}} no se puede iniciar desde fuera: añada workflow_dispatch a su «on».',
  'said.action.github.no-file':
    'No hay ningún flujo de trabajo {{workflow}} en {{repository}}, en {{ref}}.',
  'said.action.github.no-repository':
    'La entidad no tiene repositorio: póngale la anotación github.com/project-slug, o diga cuál es.',
  'said.action.github.no-run':
    'No existe esa ejecución de {{workflow}} en {{repository}}.',
  'said.action.github.no-workflow':
    '{{workflow}} no es el archivo de un flujo de trabajo.',
  'said.action.github.not-allowed':
    '{{workflow}} de {{repository}} no está entre los flujos de trabajo que se pueden iniciar aquí.',
  'said.action.github.not-failed':
    'La ejecución {{run}} no falló: está en {{state}}.',
  'said.action.github.refused': 'GitHub lo rechaza: {{reason}}',
  'said.action.github.rerun':
    'Repetir los trabajos fallidos de {{workflow}} (ejecución {{run}} de {{repository}}).',
  'said.action.github.unknown-inputs':
    '{{workflow}} no admite {{names}} desde aquí.',
  'said.action.github.wrong-inputs':
    '{{workflow}} no admite estos valores de {{names}}.',
  'said.action.github/dispatch-workflow.description':
    'Inicia un flujo de trabajo de GitHub Actions y espera su ejecución.',
  'said.action.github/dispatch-workflow.title': 'Iniciar un flujo de trabajo',
  'said.action.github/rerun-workflow.description':
    'Hace que GitHub Actions repita los trabajos fallidos de una ejecución.',
  'said.action.github/rerun-workflow.title': 'Repetir los trabajos fallidos',
  'said.action.http.flag': 'Poner {{flag}} en {{to}}.',
  'said.action.http.flag-changed':
    '{{flag}} se puso entretanto en {{now}}; planifique de nuevo.',
  'said.action.http.flag-not-allowed':
    '{{flag}} no está entre los indicadores que se pueden cambiar en {{environment}}.',
  'said.action.http.flag-there': '{{flag}} ya está en {{to}}.',
  'said.action.http.flag-undo': 'Poner {{flag}} otra vez en {{from}}.',
  'said.action.http.impossible': 'Ahora no es posible: {{action}}',
  'said.action.http.no-environment': 'No existe ese entorno.',
  'said.action.http.no-flag': 'No hay ningún indicador {{flag}} en {{system}}.',
  'said.action.http.no-rotation':
    '{{secret}} no está entre los secretos que se pueden rotar en {{environment}}.',
  'said.action.http.not-allowed':
    '{{method}} {{url}} no está entre lo que se puede llamar en {{environment}}.',
  'said.action.http.private-address':
    '{{host}} está en una dirección privada, que la configuración no permite.',
  'said.action.http.refused': 'El otro extremo lo rechaza: {{reason}}',
  'said.action.http.rotate': 'Rotar el secreto {{secret}}.',
  'said.action.http.several-systems':
    'Varios sistemas tienen {{flag}}: diga cuál.',
  'said.action.http.webhook': '{{method}} {{url}}',
  'said.action.http/webhook.description':
    'Envía JSON a una dirección que la configuración permite.',
  'said.action.http/webhook.title': 'Llamar a un webhook',
  'said.action.jobs.disabled': '{{job}} está desactivado.',
  'said.action.jobs.impossible': 'Ahora no es posible: {{action}}',
  'said.action.jobs.launch': 'Lanzar {{job}} de AWX.',
  'said.action.jobs.launch-limited':
    'Lanzar {{job}} de AWX, solo en {{limit}}.',
  'said.action.jobs.missing-options': '{{job}} necesita {{names}}.',
  'said.action.jobs.no-action-option':
    '{{job}} no admite el identificador de la acción, así que su ejecución no se podría volver a encontrar: póngale la opción {{option}}.',
  'said.action.jobs.no-job':
    'El servidor no tiene el trabajo {{id}} ({{job}}).',
  'said.action.jobs.no-limit':
    '{{job}} no pide un límite al lanzarse, y se ejecutaría en todas sus máquinas.',
  'said.action.jobs.no-variables':
    '{{job}} no pide variables al lanzarse, así que su trabajo no se podría volver a encontrar: active «Prompt on launch» para sus variables.',
  'said.action.jobs.not-allowed':
    '{{job}} no está entre los trabajos que se pueden ejecutar en {{environment}}.',
  'said.action.jobs.not-configured': '{{job}} ya no está en la configuración.',
  'said.action.jobs.refused': 'El servidor lo rechaza: {{reason}}',
  'said.action.jobs.run': 'Ejecutar {{job}} de Rundeck.',
  'said.action.jobs.several-servers':
    'Varios servidores tienen {{job}}: diga cuál.',
  'said.action.jobs.unknown-options': '{{job}} no admite {{names}} desde aquí.',
  'said.action.jobs.wrong-options':
    '{{job}} no admite estos valores de {{names}}.',
  'said.action.message.channel':
    'No hay ningún canal {{channel}}. Hay: {{names}}',
  'said.action.message.pager':
    '{{channel}} despierta a personas por incidentes, y no admite mensajes.',
  'said.action.message.plan': 'Enviar un mensaje a {{channel}}.',
  'said.action.message.recipient':
    '{{channel}} tiene que saber a quién avisar.',
  'said.action.message/send.description':
    'Dice algo a un canal de notificación: Slack, Teams, correo, un webhook o el portal.',
  'said.action.message/send.title': 'Enviar un mensaje',
  'said.action.rollback.entity': 'Necesita un servicio que revertir.',
  'said.action.rollback.lane': 'Ahora no hay forma de revertir.',
  'said.action.rollback.plan': 'Volver atrás de {{from}} a {{to}}.',
  'said.action.rollback.undo': 'Volver a entregar {{version}}.',
  'said.action.rollback.unknown':
    'La plataforma ya no conoce la versión {{version}}.',
  'said.action.rundeck/run-job.description':
    'Ejecuta un trabajo de la configuración y espera a que termine.',
  'said.action.rundeck/run-job.title': 'Ejecutar un trabajo de Rundeck',
  'said.action.scaffolder.closed':
    'La plantilla no admite más valores, así que su tarea no se podría volver a encontrar: quite additionalProperties: false.',
  'said.action.scaffolder.impossible': 'Ahora no es posible: {{action}}',
  'said.action.scaffolder.missing-values': 'Necesita {{names}}.',
  'said.action.scaffolder.not-allowed':
    '{{template}} no está entre las plantillas que se pueden ejecutar en {{environment}}.',
  'said.action.scaffolder.refused': 'El generador lo rechaza: {{reason}}',
  'said.action.scaffolder.reserved-value': '{{name}} no es para los runbooks.',
  'said.action.scaffolder.run': 'Ejecutar la plantilla {{title}}.',
  'said.action.scaffolder/run-template.description':
    'Ejecuta una plantilla del generador y espera su tarea.',
  'said.action.scaffolder/run-template.title':
    'Ejecutar una plantilla de software',
  'said.action.secrets/rotate.description':
    'Pide a quien guarda un secreto que lo cambie; después el viejo ya no sirve.',
  'said.action.secrets/rotate.title': 'Rotar un secreto',
};
