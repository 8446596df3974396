/** Of the actions of modules that speak to vendors, of messages, and what all of them are called. */
export const saidActions = {
  'said.action.argo-workflows/submit.description':
    'Runs a WorkflowTemplate of Argo Workflows to its end.',
  'said.action.argo-workflows/submit.title': 'Submit a workflow',
  'said.action.argo.app-gone':
    'Application {{app}} is not there any more, or was made anew.',
  'said.action.argo.app-not-allowed':
    '{{app}} is no application of this entity, nor one that the configuration lets everybody act on.',
  'said.action.argo.busy': 'Another synchronisation is under way.',
  'said.action.argo.busy+by':
    'Application {{app}} is being synchronised by {{by}}.',
  'said.action.argo.deleted': 'Application {{app}} is being deleted.',
  'said.action.argo.forbidden':
    'The token for Argo CD may not sync this application.',
  'said.action.argo.forbidden+app':
    'The token for Argo CD {{instance}} may not sync application {{project}}/{{app}}: give its account the right to.',
  'said.action.argo.idle': 'Nothing goes on with application {{app}}.',
  'said.action.argo.impossible': 'Not possible now: {{action}}',
  'said.action.argo.instance':
    'There is no Argo CD {{name}} in the configuration.',
  'said.action.argo.missing-parameters': '{{template}} needs {{names}}.',
  'said.action.argo.no-app':
    'The entity has no application in Argo CD: give it the annotation argocd/app-name.',
  'said.action.argo.no-template':
    'There is no WorkflowTemplate {{namespace}}/{{template}}.',
  'said.action.argo.other-environment':
    'The application does not deploy to {{environment}}.',
  'said.action.argo.other-operation':
    'Another operation goes on since the plan.',
  'said.action.argo.refused': 'Argo refuses it: {{reason}}',
  'said.action.argo.several-apps': 'Several applications are meant: {{names}}',
  'said.action.argo.several-sources':
    'Application {{app}} has several sources: it can only be synchronised with what it follows.',
  'said.action.argo.several-templates':
    'WorkflowTemplate {{template}} is in several places: say server and namespace.',
  'said.action.argo.submit': 'Submit {{namespace}}/{{template}}.',
  'said.action.argo.sync': 'Synchronise application {{app}} with {{revision}}.',
  'said.action.argo.sync-prune':
    'Synchronise application {{app}} with {{revision}}, deleting what is not in it.',
  'said.action.argo.sync-undo': 'Synchronise with {{revision}}.',
  'said.action.argo.template-not-allowed':
    'WorkflowTemplate {{template}} is not among those that may be submitted for {{environment}}.',
  'said.action.argo.terminate':
    'End the synchronisation of application {{app}}.',
  'said.action.argo.unknown-parameters':
    '{{template}} has no parameters {{names}}.',
  'said.action.argo.window':
    'A sync window of project {{project}} is closed for application {{app}}.',
  'said.action.argo.wrong-parameters':
    '{{template}} does not take these values of {{names}}.',
  'said.action.argocd/sync.description':
    'Has Argo CD apply what Git has, or another revision of it, with its hooks.',
  'said.action.argocd/sync.title': 'Synchronise an application',
  'said.action.argocd/terminate.description':
    'Ends the operation of an application that goes on; what it has applied stays.',
  'said.action.argocd/terminate.title': 'End a synchronisation',
  'said.action.awx/launch-job.description':
    'Launches a job template of the configuration and waits for the end of its job.',
  'said.action.awx/launch-job.title': 'Launch a job of AWX',
  'said.action.command.argument':
    '{{command}}: an argument is too long or has NUL.',
  'said.action.command.changed':
    '{{command}} was changed in the configuration since; plan again.',
  'said.action.command.impossible': 'Not possible now: {{action}}',
  'said.action.command.missing-param':
    '{{command}} needs the parameter {{param}}.',
  'said.action.command.no-program': '{{program}} is not there any more.',
  'said.action.command.not-allowed':
    '{{command}} is not among the commands that may be run for {{environment}}.',
  'said.action.command.option':
    '{{command}}: a parameter may not begin with a hyphen.',
  'said.action.command.refused': 'It was refused: {{reason}}',
  'said.action.command.run': 'Run {{command}}.',
  'said.action.command.undo': 'Run {{command}}.',
  'said.action.command.unknown-param':
    '{{command}} has no parameter {{param}}.',
  'said.action.command.wrong-param':
    '{{command}}: the value of {{param}} does not have the form that is wanted.',
  'said.action.command/run.description': 'Runs a command of the configuration.',
  'said.action.command/run.title': 'Run a command',
  'said.action.delivery/rollback.description':
    'Puts back the version that ran well before, by the lane that lasts longest without a person.',
  'said.action.delivery/rollback.title': 'Roll back to the last good version',
  'said.action.flags/set.description': 'Gives a feature flag another value.',
  'said.action.flags/set.title': 'Set a feature flag',
  'said.action.github.archived': '{{repository}} is archived.',
  'said.action.github.disabled':
    '{{workflow}} cannot be started as it stands ({{state}}): enable it.',
  'said.action.github.dispatch':
    'Start {{workflow}} of {{repository}} on {{ref}}.',
  'said.action.github.impossible': 'Not possible now: {{action}}',
  'said.action.github.missing-inputs': '{{workflow}} needs {{names}}.',
  'said.action.github.no-access':
    'There is no repository {{repository}}, or the integration may not see it.',
  'said.action.github.no-dispatch':
    '{{workflow}} of {{repository}} cannot be started from outside: add workflow_dispatch to its “on”.',
  'said.action.github.no-file':
    'There is no workflow {{workflow}} in {{repository}} on {{ref}}.',
  'said.action.github.no-repository':
    'The entity has no repository: give it the annotation github.com/project-slug, or say the repository.',
  'said.action.github.no-run':
    'There is no such run of {{workflow}} in {{repository}}.',
  'said.action.github.no-workflow': '{{workflow}} is no file of a workflow.',
  'said.action.github.not-allowed':
    '{{workflow}} of {{repository}} is not among the workflows that may be started here.',
  'said.action.github.not-failed': 'Run {{run}} did not fail: it is {{state}}.',
  'said.action.github.refused': 'GitHub refuses it: {{reason}}',
  'said.action.github.rerun':
    'Run the failed jobs of {{workflow}} again (run {{run}} of {{repository}}).',
  'said.action.github.unknown-inputs':
    '{{workflow}} does not take {{names}} from here.',
  'said.action.github.wrong-inputs':
    '{{workflow}} does not take these values of {{names}}.',
  'said.action.github/dispatch-workflow.description':
    'Starts a workflow of GitHub Actions and waits for its run.',
  'said.action.github/dispatch-workflow.title': 'Start a workflow',
  'said.action.github/rerun-workflow.description':
    'Has GitHub Actions do the failed jobs of a run again.',
  'said.action.github/rerun-workflow.title': 'Run failed jobs again',
  'said.action.http.flag': 'Set {{flag}} to {{to}}.',
  'said.action.http.flag-changed':
    '{{flag}} was set to {{now}} meanwhile; plan again.',
  'said.action.http.flag-not-allowed':
    '{{flag}} is not among the flags that may be set for {{environment}}.',
  'said.action.http.flag-there': '{{flag}} is {{to}} already.',
  'said.action.http.flag-undo': 'Set {{flag}} to {{from}} again.',
  'said.action.http.impossible': 'Not possible now: {{action}}',
  'said.action.http.no-environment': 'There is no such environment.',
  'said.action.http.no-flag': 'There is no flag {{flag}} in {{system}}.',
  'said.action.http.no-rotation':
    '{{secret}} is not among the secrets that can be rotated for {{environment}}.',
  'said.action.http.not-allowed':
    '{{method}} {{url}} is not among what may be called for {{environment}}.',
  'said.action.http.private-address':
    '{{host}} is at a private address, which the configuration does not allow.',
  'said.action.http.refused': 'The far end refuses it: {{reason}}',
  'said.action.http.rotate': 'Rotate the secret {{secret}}.',
  'said.action.http.several-systems':
    'Several systems have {{flag}}: say which.',
  'said.action.http.webhook': '{{method}} {{url}}',
  'said.action.http/webhook.description':
    'Sends JSON to an address that the configuration allows.',
  'said.action.http/webhook.title': 'Call a webhook',
  'said.action.jobs.disabled': '{{job}} is switched off.',
  'said.action.jobs.impossible': 'Not possible now: {{action}}',
  'said.action.jobs.launch': 'Launch {{job}} of AWX.',
  'said.action.jobs.launch-limited':
    'Launch {{job}} of AWX, on {{limit}} only.',
  'said.action.jobs.missing-options': '{{job}} needs {{names}}.',
  'said.action.jobs.no-action-option':
    '{{job}} does not take the id of the action, so its run could not be found again: give it the option {{option}}.',
  'said.action.jobs.no-job': 'The server has no job {{id}} ({{job}}).',
  'said.action.jobs.no-limit':
    '{{job}} does not ask for a limit on launch, and would run on all its hosts.',
  'said.action.jobs.no-variables':
    '{{job}} does not ask for variables on launch, so its job could not be found again: switch “Prompt on launch” on for its variables.',
  'said.action.jobs.not-allowed':
    '{{job}} is not among the jobs that may be run for {{environment}}.',
  'said.action.jobs.not-configured':
    '{{job}} is not in the configuration any more.',
  'said.action.jobs.refused': 'The server refuses it: {{reason}}',
  'said.action.jobs.run': 'Run {{job}} of Rundeck.',
  'said.action.jobs.several-servers':
    'Several servers have {{job}}: say which.',
  'said.action.jobs.unknown-options':
    '{{job}} does not take {{names}} from here.',
  'said.action.jobs.wrong-options':
    '{{job}} does not take these values of {{names}}.',
  'said.action.message.channel':
    'There is no channel {{channel}}. There are: {{names}}',
  'said.action.message.pager':
    '{{channel}} wakes people for incidents, and takes no messages.',
  'said.action.message.plan': 'Send a message to {{channel}}.',
  'said.action.message.recipient': '{{channel}} has to know whom to tell.',
  'said.action.message/send.description':
    'Tells a notification channel something: Slack, Teams, mail, a webhook or the portal.',
  'said.action.message/send.title': 'Send a message',
  'said.action.rollback.entity': 'It needs a service to roll back.',
  'said.action.rollback.lane': 'There is no way to roll back now.',
  'said.action.rollback.plan': 'Roll back from {{from}} to {{to}}.',
  'said.action.rollback.undo': 'Ship {{version}} again.',
  'said.action.rollback.unknown':
    'The platform does not know version {{version}} any more.',
  'said.action.rundeck/run-job.description':
    'Runs a job of the configuration and waits for its end.',
  'said.action.rundeck/run-job.title': 'Run a job of Rundeck',
  'said.action.scaffolder.closed':
    'The template takes no further values, so its task could not be found again: take additionalProperties: false off.',
  'said.action.scaffolder.impossible': 'Not possible now: {{action}}',
  'said.action.scaffolder.missing-values': 'It needs {{names}}.',
  'said.action.scaffolder.not-allowed':
    '{{template}} is not among the templates that may be run for {{environment}}.',
  'said.action.scaffolder.refused': 'The scaffolder refuses it: {{reason}}',
  'said.action.scaffolder.reserved-value': '{{name}} is not for runbooks.',
  'said.action.scaffolder.run': 'Run the template {{title}}.',
  'said.action.scaffolder/run-template.description':
    'Runs a template of the scaffolder and waits for its task.',
  'said.action.scaffolder/run-template.title': 'Run a software template',
  'said.action.secrets/rotate.description':
    'Tells what keeps a secret to replace it; the old one is not good any more afterwards.',
  'said.action.secrets/rotate.title': 'Rotate a secret',
} as const;
