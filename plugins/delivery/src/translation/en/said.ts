/**
 * What the backend says, by code. Of several wordings of a code (`code`, `code+…`) the one with the most
 * slots that its parameters fill is taken.
 */
export const said = {
  'said.approval.needed': 'A second person has to agree: {{what}}.',
  'said.approvals.fail': '{{given}} of {{count}} approvals.',
  'said.approvals.how': 'Ask an owner of the entity to approve this version.',
  'said.approvals.off': 'None is asked for.',
  'said.approvals.pass': 'Approved by {{count}}.',
  'said.argo-rollouts.workload-ref':
    'The Rollout has its template from {{name}}, which has to be changed instead.',
  'said.budget.fail':
    'The policy “{{policy}}” holds releases back: too much of the error budget is spent.',
  'said.budget.how':
    'Wait until budget has come back, ship a fix for what burns it, or override with a reason.',
  'said.budget.pass': 'The policy “{{policy}}” lets releases out.',
  'said.budget.rollback': 'A rollback is allowed while the budget burns.',
  'said.budget.warn': 'The policy “{{policy}}” asks for care.',
  'said.dependencies.how':
    'Wait until they have recovered, so that a fault of this version can be told from theirs.',
  'said.dependencies.none': 'The catalog knows of no dependencies.',
  'said.dependencies.pass': 'None of {{count}} dependencies is burning.',
  'said.dependencies.warn': 'Burning: {{names}}.',
  'said.dora.cut':
    'Only the latest {{most}} releases are counted; ask for a shorter time.',
  'said.dora.definition.changeFailureRate':
    'Share of deployments that failed, were rolled back, began an incident, burned budget or failed their watch.',
  'said.dora.definition.deploymentFrequency':
    'Deployments that succeeded, a day. Rollbacks are not counted.',
  'said.dora.definition.leadTime':
    'From the commit to its running in the environment; the median. Only deployments whose commit time is known.',
  'said.dora.definition.recoveryTime':
    'From when a failed deployment began to do harm until it was undone or its incident resolved; the median.',
  'said.dora.definition.reworkRate':
    'Share of releases that came because the one before had failed: rollbacks and fixes.',
  'said.dora.meets': 'Meets the target (n {{n}}).',
  'said.dora.misses': 'Misses the target (n {{n}}).',
  'said.dora.not-enough': 'Not enough data: {{n}} counted, {{needed}} needed.',
  'said.evaluation.fail':
    '{{suites}}: fewer than {{least}} % of the cases pass.',
  'said.evaluation.how':
    'Look at the cases that fail; ship a version that passes.',
  'said.evaluation.how-missing':
    'Let the pipeline evaluate this version and send the result.',
  'said.evaluation.missing': 'This version was not evaluated.',
  'said.evaluation.missing+suites': 'Not evaluated by {{suites}}.',
  'said.evaluation.off': 'No evaluation is asked for.',
  'said.evaluation.pass': 'At least {{least}} % of the cases pass.',
  'said.failure.failed': 'It did not get through',
  'said.failure.rollback': 'It was rolled back to {{version}}',
  'said.failure.rolledBack': 'It was rolled back',
  'said.findings.fail':
    '{{critical}} critical and {{high}} high findings are open; {{mostCritical}} and {{mostHigh}} are let through.',
  'said.findings.how':
    'Update what has a fixed version and scan again, or override with a reason.',
  'said.findings.pass': '{{critical}} critical and {{high}} high findings.',
  'said.findings.rollback': 'Not asked of a rollback.',
  'said.freeze.fail': 'Frozen until {{until}}: {{title}}.',
  'said.freeze.how': 'Wait until {{until}}, or override with a reason.',
  'said.freeze.pass': 'No freeze.',
  'said.freeze.rollback': 'A rollback is allowed during “{{title}}”.',
  'said.gate.not-installed': 'Not part of this portal.',
  'said.gate.release.allow': 'Yes: all checks pass.',
  'said.gate.release.deny': 'No: {{checks}}.',
  'said.gate.release.overridden':
    '{{by}} let it out until {{until}} in spite of {{checks}}: {{reason}}',
  'said.gate.release.warn': 'Yes, but: {{checks}}.',
  'said.gate.rollback.allow': 'Yes: all checks pass.',
  'said.gate.rollback.deny': 'No: {{checks}}.',
  'said.gate.rollback.overridden':
    '{{by}} let it happen until {{until}} in spite of {{checks}}: {{reason}}',
  'said.gate.rollback.warn': 'Yes, but: {{checks}}.',
  'said.gate.unknown': 'This could not be checked: {{why}}',
  'said.incidents.how':
    'Resolve the incident first, or ship only what resolves it.',
  'said.incidents.open': 'Open: {{ids}}.',
  'said.incidents.pass': 'No incident is open.',
  'said.kubernetes.already': '{{title}} has {{version}} already.',
  'said.kubernetes.argo-rollouts':
    'Argo Rollouts runs {{title}} through Rollout {{rollout}}: roll that back.',
  'said.kubernetes.argocd':
    'With self-healing it puts the version of Git back within minutes; without it the next sync does.',
  'said.kubernetes.autoscaler':
    'It keeps between {{min}} and {{max}} pods; it does not touch the version.',
  'said.kubernetes.flagger':
    'Flagger takes the change for a new version: it analyses it before all traffic goes there.',
  'said.kubernetes.flux':
    'Its next reconciliation puts the version of Git back.',
  'said.kubernetes.helm':
    'The next upgrade of the release puts its own version back.',
  'said.kubernetes.lasts': 'At once, and nothing is known that would undo it.',
  'said.kubernetes.paused': '{{title}} is paused: resume it first.',
  'said.kubernetes.pipeline':
    'Its next run deploys from Git again; the version stays only if Git says so too.',
  'said.kubernetes.undone': 'At once, but undone by: {{names}}.',
  'said.lane.unavailable': '{{driver}} cannot do it now.',
  'said.lane.why': '{{driver}}: {{why}}',
  'said.lanes.none':
    'No deployment is known yet. Annotate the entity, or let the pipeline tell of its deployments.',
  'said.may.nobody': 'You do not have the permission for this.',
  'said.may.owner': 'Only {{owner}} may do this.',
  'said.may.requester': 'You asked for it; somebody else has to agree.',
  'said.rollback.cancelled': 'Cancelled.',
  'said.rollback.cancelling': 'Stops before its next effect.',
  'said.rollback.dry-run':
    'The platform would take the rollback to {{version}}. Nothing was changed.',
  'said.rollback.failed': 'It stopped.',
  'said.rollback.failed+why': 'Stopped at “{{step}}”: {{why}}',
  'said.rollback.not-recovered':
    '{{version}} runs again, but what users see has not recovered.',
  'said.rollback.not-recovered+why':
    '{{version}} runs again, but what users see has not recovered: {{why}}',
  'said.rollback.rejected': 'Nobody agreed, so nothing was changed.',
  'said.rollback.running': 'Going back to {{version}}.',
  'said.rollback.running+step': 'Going back to {{version}}: {{step}}.',
  'said.rollback.succeeded':
    '{{version}} runs again, and users have recovered.',
  'said.rollback.unknown':
    'It cannot be told whether “{{step}}” was done, so nothing is repeated: look at the platform.',
  'said.rollback.unknown+why':
    'It cannot be told whether “{{step}}” was done, so nothing is repeated: look at the platform. {{why}}',
  'said.rollback.verifying':
    '{{version}} runs again; watching whether users recover.',
  'said.rollback.verifying+why':
    '{{version}} runs again; watching whether users recover: {{why}}.',
  'said.rollback.waiting-approval':
    'Waits for a second person before it goes back to {{version}}.',
  'said.rollout.aborting': '{{version}} is being taken back to {{previous}}.',
  'said.rollout.aborting+why':
    '{{version}} is being taken back to {{previous}}. {{why}}',
  'said.rollout.cancelled': '{{version}} was not shipped.',
  'said.rollout.cancelled+why': '{{version}} was not shipped. {{why}}',
  'said.rollout.control.failed':
    '{{version}}: {{text}} The platform did not {{action}}: {{why}}',
  'said.rollout.errors.littleTraffic':
    'Too little traffic to decide: {{rate}} of {{n}} requests fail with the new version; about {{more}} more requests are needed.',
  'said.rollout.errors.littleTraffic+old':
    'Too little traffic to decide: {{rate}} of {{n}} requests fail with the new version, {{baseline}} of {{baselineN}} with the old one; about {{more}} more requests are needed.',
  'said.rollout.errors.over':
    '{{rate}} of {{n}} requests fail with the new version: more than the {{max}} that may.',
  'said.rollout.errors.over+old':
    '{{rate}} of {{n}} requests fail with the new version, {{baseline}} of {{baselineN}} with the old one: more than the {{max}} that may.',
  'said.rollout.errors.pass':
    '{{rate}} of {{n}} requests fail with the new version.',
  'said.rollout.errors.pass+old':
    '{{rate}} of {{n}} requests fail with the new version, {{baseline}} of {{baselineN}} with the old one.',
  'said.rollout.errors.undecided':
    '{{rate}} of {{n}} requests fail with the new version: neither good nor bad enough to decide.',
  'said.rollout.errors.undecided+old':
    '{{rate}} of {{n}} requests fail with the new version, {{baseline}} of {{baselineN}} with the old one: neither good nor bad enough to decide.',
  'said.rollout.errors.worse':
    '{{rate}} of {{n}} requests fail with the new version, {{baseline}} of {{baselineN}} with the old one: more than chance explains.',
  'said.rollout.external': '{{version}}: {{text}}',
  'said.rollout.failed': '{{version}} failed.',
  'said.rollout.failed+why': '{{version}} failed. {{why}}',
  'said.rollout.failed.back': '{{version}} could not be taken back: {{why}}',
  'said.rollout.gate.breaking':
    '{{title}} is {{value}}, the limit is {{limit}}; it fails when that lasts {{for}}.',
  'said.rollout.gate.fail':
    '{{title}} was beyond its limit of {{limit}} for too long, at last {{value}}.',
  'said.rollout.gate.noData': 'No data for: {{title}}.',
  'said.rollout.gate.noData+why': 'No data for: {{title}} ({{why}}).',
  'said.rollout.gate.pass':
    '{{title}} is {{value}}, within its limit of {{limit}} ({{n}} readings).',
  'said.rollout.objective.littleTraffic':
    'Too little traffic to decide: the budget of “{{title}}” burns at {{burn}} (n = {{n}}) with the new version; about {{more}} more are needed.',
  'said.rollout.objective.littleTraffic+old':
    'Too little traffic to decide: the budget of “{{title}}” burns at {{burn}} (n = {{n}}) with the new version, at {{baseline}} (n = {{baselineN}}) with the old one; about {{more}} more are needed.',
  'said.rollout.objective.noData':
    'The objective “{{title}}” could not be measured.',
  'said.rollout.objective.noData+why':
    'The objective “{{title}}” could not be measured: {{why}}.',
  'said.rollout.objective.over':
    'The budget of “{{title}}” burns at {{burn}} (n = {{n}}) with the new version: more than the {{limit}} that it may.',
  'said.rollout.objective.over+old':
    'The budget of “{{title}}” burns at {{burn}} (n = {{n}}) with the new version, at {{baseline}} (n = {{baselineN}}) with the old one: more than the {{limit}} that it may.',
  'said.rollout.objective.pass':
    'The budget of “{{title}}” burns at {{burn}} (n = {{n}}) with the new version.',
  'said.rollout.objective.pass+old':
    'The budget of “{{title}}” burns at {{burn}} (n = {{n}}) with the new version, at {{baseline}} (n = {{baselineN}}) with the old one.',
  'said.rollout.objective.undecided':
    'The budget of “{{title}}” burns at {{burn}} (n = {{n}}) with the new version: neither good nor bad enough to decide.',
  'said.rollout.objective.undecided+old':
    'The budget of “{{title}}” burns at {{burn}} (n = {{n}}) with the new version, at {{baseline}} (n = {{baselineN}}) with the old one: neither good nor bad enough to decide.',
  'said.rollout.objective.whole.fail':
    '“{{title}}” cannot be told apart by version and is judged whole: since the step began its budget burns at {{burn}} (n = {{n}}), more than the {{limit}} that it may.',
  'said.rollout.objective.whole.pass':
    '“{{title}}” cannot be told apart by version and is judged whole: since the step began its budget burns at {{burn}} (n = {{n}}).',
  'said.rollout.objective.whole.undecided':
    '“{{title}}” cannot be told apart by version and is judged whole: since the step began its budget burns at {{burn}} (n = {{n}}): too little to decide.',
  'said.rollout.objective.whole.undecided+more':
    '“{{title}}” cannot be told apart by version and is judged whole: since the step began its budget burns at {{burn}} (n = {{n}}): too little traffic to decide; about {{more}} more are needed.',
  'said.rollout.objective.worse':
    'The budget of “{{title}}” burns at {{burn}} (n = {{n}}) with the new version, at {{baseline}} (n = {{baselineN}}) with the old one: more than chance explains.',
  'said.rollout.paused':
    '{{version}} is held at {{weight}} % of the traffic by {{by}}; it is still watched.',
  'said.rollout.promoting': '{{version}} is on its way.',
  'said.rollout.promoting+step': '{{version}} is on its way: {{step}}.',
  'said.rollout.promoting.weight':
    '{{version}} has {{weight}} % of the traffic.',
  'said.rollout.promoting.weight+step':
    '{{version}} has {{weight}} % of the traffic: {{step}}.',
  'said.rollout.rolled-back':
    '{{version}} was taken back; {{previous}} has all the traffic.',
  'said.rollout.rolled-back+why':
    '{{version}} was taken back; {{previous}} has all the traffic. {{why}}',
  'said.rollout.running': '{{version}} is on its way.',
  'said.rollout.running+step': '{{version}} is on its way: {{step}}.',
  'said.rollout.running.weight': '{{version}} has {{weight}} % of the traffic.',
  'said.rollout.running.weight+step':
    '{{version}} has {{weight}} % of the traffic: {{step}}.',
  'said.rollout.succeeded': '{{version}} is out and has all the traffic.',
  'said.rollout.unknown':
    'What became of {{version}} is not known; somebody has to look at the platform.',
  'said.rollout.unknown+why':
    'What became of {{version}} is not known; somebody has to look at the platform. {{why}}',
  'said.rollout.waiting-approval': '{{version}} waits for somebody to approve.',
  'said.rollout.waitsForPerson': 'Somebody has to decide: {{why}}',
  'said.verify.no-metrics':
    'No source of metrics is installed, so whether users recover is not looked at.',
  'said.verify.rolled-out':
    'The platform says that the version is rolled out and healthy.',
  'said.verify.sli':
    'Within {{minutes}} min errors fall to {{errors}} at most and p95 to {{latency}} s, {{looks}} looks in a row.',
  'said.watch.advice.annotation': 'Correct the annotation {{what}}',
  'said.watch.advice.cpu':
    'Profile this version or raise its CPU limit: it uses {{value}}.',
  'said.watch.advice.error_rate':
    'Read the errors of this version: {{value}} of requests fail.',
  'said.watch.advice.latency_p95':
    'Compare traces of both versions: p95 is {{value}}.',
  'said.watch.advice.leak':
    'Memory grew from {{from}} to {{to}} without falling: look for a leak before it is full.',
  'said.watch.advice.llm_quality_score':
    'Compare prompts, model and retrieval of both versions: the score is {{value}}.',
  'said.watch.advice.measure':
    'Measure {{metrics}}: without them a watch cannot see such harm.',
  'said.watch.advice.memory':
    'Look at what this version keeps, or raise its memory limit: it uses {{value}}.',
  'said.watch.advice.notFollowed':
    'The rollback could not be prepared: {{why}}',
  'said.watch.advice.objective':
    'Find what of this version burns the budget of “{{title}}”: {{value}} now.',
  'said.watch.advice.rollBack':
    'Roll back to the version before, then look for the cause.',
  'said.watch.advice.throughput':
    'Check that clients and routes still reach it: {{value}} come in.',
  'said.watch.advice.traffic':
    'Watch for longer, or send requests of your own, where so few come in.',
  'said.watch.cancelled': '{{version}} is not watched any more.',
  'said.watch.cancelled.by': '{{by}} ended the watch.',
  'said.watch.cancelled.by+reason': '{{by}} ended the watch: {{reason}}',
  'said.watch.failed': '{{version}} does harm.',
  'said.watch.failed+why': '{{version}} does harm: {{why}}',
  'said.watch.inconclusive.before': '{{version}} cannot be judged: {{why}}',
  'said.watch.inconclusive.no-data':
    '{{version}} cannot be judged: there was no data on what its users see.',
  'said.watch.inconclusive.traffic':
    'Too little traffic to decide: {{requests}} requests in {{minutes}} min, {{minimumRequests}} are needed.',
  'said.watch.objective.before':
    'The budget of “{{title}}” burned at {{limit}} or more for {{minutes}} min, at last at {{value}}; it did so before, too.',
  'said.watch.objective.breaking':
    'The budget of “{{title}}” burns at {{value}}; it breaks the rule when it burns at {{limit}} or more for {{forMinutes}} min.',
  'said.watch.objective.broken':
    'The budget of “{{title}}” burned at {{limit}} or more for {{minutes}} min, at last at {{value}}.',
  'said.watch.objective.holding':
    'The budget of “{{title}}” burns at {{value}}.',
  'said.watch.objective.holding+long':
    'The budget of “{{title}}” burns at {{value}} over {{long}}.',
  'said.watch.objective.no-data': 'No data for the objective “{{title}}”.',
  'said.watch.objective.no-data+why':
    'No data for the objective “{{title}}”: {{why}}.',
  'said.watch.objective.page':
    'The budget of “{{title}}” burns fast enough to page somebody ({{limit}} over {{long}}).',
  'said.watch.objective.page+value':
    'The budget of “{{title}}” burns at {{value}}, fast enough to page somebody ({{limit}} over {{long}}).',
  'said.watch.objective.page.before':
    'The budget of “{{title}}” burns fast enough to page somebody ({{limit}} over {{long}}); it did so before, too.',
  'said.watch.objective.page.before+value':
    'The budget of “{{title}}” burns at {{value}}, fast enough to page somebody ({{limit}} over {{long}}); it did so before, too.',
  'said.watch.passed': '{{version}} did no harm in {{minutes}} min.',
  'said.watch.passed.warnings':
    '{{version}} did no harm in {{minutes}} min, with warnings ({{n}}): {{why}}',
  'said.watch.rule.before':
    '{{title}} was {{bound}} for {{minutes}} min, at last {{value}}; it was so before, too.',
  'said.watch.rule.breaking':
    '{{title}} is {{value}}; it breaks the rule when it is {{bound}} for {{forMinutes}} min.',
  'said.watch.rule.broken':
    '{{title}} was {{bound}} for {{minutes}} min, at last {{value}}.',
  'said.watch.rule.first': 'There is no reading yet.',
  'said.watch.rule.holding': '{{title}} is {{value}}.',
  'said.watch.rule.no-data':
    'No data for: {{title}}; no metric source measures it.',
  'said.watch.rule.no-data+why': 'No data for: {{title}} ({{why}}).',
  'said.watch.superseded': 'A newer deployment took its place.',
  'said.watch.superseded.rollback': 'It was rolled back meanwhile.',
  'said.watch.watching': '{{version}} is watched; nothing is wrong so far.',
  'said.watch.watching.breaking': '{{why}}',
  'said.argocd.auto-sync':
    'The plan pauses it: Git still has the newer version, and would be synchronised at once.',
  'said.argocd.hooks':
    'Hooks do not run in a rollback; what they did stays: {{what}}',
  'said.argocd.how':
    'At once, without hooks. Git still has the newer version: the next sync brings it back.',
  'said.argocd.how+left':
    'At once, without hooks; leaves {{left}}. Git still has the newer version: the next sync brings it back.',
  'said.argocd.how+paused':
    'At once, without hooks. Auto-sync stays paused until somebody turns it on again, when Git is right: argocd app set {{pausedName}} --sync-policy automated',
  'said.argocd.how+paused-left':
    'At once, without hooks; leaves {{left}}. Auto-sync stays paused until somebody turns it on again, when Git is right: argocd app set {{pausedName}} --sync-policy automated',
  'said.argocd.how-prune':
    'At once, without hooks; deletes {{left}}. Git still has the newer version: the next sync brings it back.',
  'said.argocd.how-prune+paused':
    'At once, without hooks; deletes {{left}}. Auto-sync stays paused until somebody turns it on again, when Git is right: argocd app set {{pausedName}} --sync-policy automated',
  'said.argocd.image-updater':
    'It goes on writing newer images to the application or to Git; they go out with the next sync.',
  'said.argocd.next-sync':
    'Nothing synchronises by itself, but Git still has the newer version: whoever presses Sync brings it back.',
  'said.argocd.parent':
    'The application is one of its objects: its next sync, or its self-healing, turns auto-sync on again.',
  'said.argocd.self-heal': 'Part of auto-sync, and paused with it.',
  'said.argocd.set':
    'It writes the sync policy of its applications anew, unless it has ignoreApplicationDifferences for /spec/syncPolicy.',
  'said.failure.budget': 'It spent {{share}} % of the error budget',
  'said.failure.incident': '{{id}} began with it: {{title}}',
  'said.failure.watch': 'It failed the watch after it went out',
  'said.github.dispatch':
    'In minutes; {{branch}} still has the newer version, and the next push deploys it.',
  'said.github.migrations':
    'Migrations that came with it are not undone: {{what}}',
  'said.github.next-push':
    '{{branch}} still has what is taken back: the next push or run of the pipeline deploys it.',
  'said.github.revert-lane':
    'Lasts, once it is reviewed and merged in {{slug}} and the pipeline has deployed it.',
  'said.plan.no-way': '{{driver}} knows no way to {{version}}.',
  'said.rollback.cancelled+by':
    '{{by}} cancelled it before anything was changed: {{reason}}',
  'said.rollback.cancelled.partly':
    '{{by}} cancelled it after this was done: {{done}}. {{reason}}',
  'said.rollback.expired': 'Nobody agreed in time, so nothing was changed.',
  'said.rollback.rejected+by': '{{by}} did not agree, so nothing was changed.',
  'said.rollback.rejected+comment':
    '{{by}} did not agree, so nothing was changed: {{comment}}',
  'said.rollback.succeeded.no-traffic':
    '{{version}} runs again. There is too little traffic to tell whether users have recovered.',
  'said.rollback.succeeded.not-measured':
    '{{version}} runs again. Whether users have recovered could not be measured.',
  'said.rollback.succeeded.not-measured+why':
    '{{version}} runs again. Whether users have recovered could not be measured: {{why}}',
  'said.argocd.lane': 'Synchronise application {{name}} back',
  'said.argocd.lane-prune':
    'Synchronise application {{name}} back, and delete what is left over',
  'said.argocd.one-way': '{{what}}',
  'said.argocd.refused': 'Argo CD refuses it: {{text}}',
  'said.argocd.step.pause':
    'Pause auto-sync of application {{name}}; it stays paused until somebody turns it on',
  'said.argocd.step.resume': 'Turn auto-sync on again as it was',
  'said.argocd.step.sync':
    'Synchronise application {{name}} to {{version}} (history {{id}})',
  'said.argocd.step.sync-prune':
    'Synchronise application {{name}} to {{version}} (history {{id}}), deleting what is left over',
  'said.argocd.step.terminate':
    'Terminate the synchronisation if it still goes on',
  'said.argocd.there': 'Application {{name}} has {{version}} already.',
  'said.argocd.window':
    'A sync window of project {{project}} is closed for application {{name}}.',
  'said.github.lane.dispatch': 'Deploy it again with {{workflow}}',
  'said.github.lane.revert': 'Open a pull request that reverts',
  'said.github.refused': 'GitHub refuses it: {{text}}',
  'said.github.revert': '{{text}}',
  'said.github.step.close': 'Close the pull request and remove its branch',
  'said.github.step.dispatch':
    'Start {{workflow}} of {{slug}} on {{branch}} for {{version}}',
  'said.github.step.revert':
    'Open a pull request to {{branch}} of {{slug}} that takes back {{count}} files',
  'said.github.there': '{{title}} has {{version}} already.',
  'said.github.workflow': '{{text}}',
  'said.kubernetes.flagger-ships': '{{text}}',
  'said.kubernetes.forbidden': '{{text}}',
  'said.kubernetes.left-over': '{{text}}',
  'said.kubernetes.one-way': '{{what}}',
  'said.kubernetes.scaled': '{{text}}',
  'said.rollback.cancelled.left':
    '{{by}} cancelled it after this was done: {{done}}. It could not be taken back; look at the platform. {{why}}',
  'said.rollback.cancelled.taken-back':
    '{{by}} cancelled it. Taken back: {{taken}}. {{reason}}',
  'said.rollback.failed.left':
    'Stopped at “{{step}}”: {{why}} What was changed before could not be taken back; look at the platform. {{left}}',
  'said.rollback.failed.taken-back':
    'Stopped at “{{step}}”: {{why}} Taken back: {{taken}}.',
  'said.rollback.taking-back': 'It stops, and takes back: {{what}}.',
  'said.step.title': '{{title}}',
} as const;
