/** Of the actions at Kubernetes, Istio, Chaos Mesh and Litmus. */
export const saidKubernetes = {
  'said.action.chaos-mesh/network.description':
    'Adds latency or loss to what some pods send, for a while, by a NetworkChaos.',
  'said.action.chaos-mesh/network.title': 'Slow or lossy network (Chaos Mesh)',
  'said.action.chaos-mesh/pods.description':
    'Kills some pods, or keeps them from working for a while, by a PodChaos.',
  'said.action.chaos-mesh/pods.title': 'Failing pods (Chaos Mesh)',
  'said.action.istio/circuit-break.description':
    'Sets pods aside that answer with errors, and bounds what they are sent, by a DestinationRule.',
  'said.action.istio/circuit-break.title': 'Break the circuit (Istio)',
  'said.action.istio/rate-limit.description':
    'Lets each pod take so many requests and answers 429 to the rest, by an EnvoyFilter.',
  'said.action.istio/rate-limit.title': 'Limit the rate (Istio)',
  'said.action.istio/restore-traffic-policy.description':
    'Gives a DestinationRule the policy back that it had before.',
  'said.action.istio/restore-traffic-policy.title':
    'Close the circuit again (Istio)',
  'said.action.kubernetes.argo-rollouts':
    'Argo Rollouts runs {{title}} through Rollout {{rollout}}.',
  'said.action.kubernetes.autoscaled':
    'HorizontalPodAutoscaler {{autoscaler}} decides how many pods {{title}} has: change its limits.',
  'said.action.kubernetes.budget':
    'PodDisruptionBudget {{name}} lets {{allowed}} of these pods go now, and {{wanted}} would go.',
  'said.action.kubernetes.circuit-back': 'Give {{title}} its old policy back.',
  'said.action.kubernetes.circuit-break':
    'Set pods of {{host}} ({{cluster}}) aside after so many errors in a row: {{errors}}.',
  'said.action.kubernetes.clean-jobs_one':
    'Delete {{n}} finished Job in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.clean-jobs_other':
    'Delete {{n}} finished Jobs in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.clean-orphans_one':
    'Delete {{n}} orphan in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.clean-orphans_other':
    'Delete {{n}} orphans in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.cordon_one':
    'Let no new pods onto {{title}} ({{cluster}}); {{n}} is there and stays.',
  'said.action.kubernetes.cordon_other':
    'Let no new pods onto {{title}} ({{cluster}}); {{n}} are there and stay.',
  'said.action.kubernetes.cordon-back': 'Let new pods onto {{title}} again.',
  'said.action.kubernetes.cordoned': '{{title}} is cordoned already.',
  'said.action.kubernetes.delete-pod':
    'Delete {{title}} in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.delete-pods_one':
    'Delete {{n}} of {{of}} pods of {{title}} in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.delete-pods_other':
    'Delete {{n}} of {{of}} pods of {{title}} in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.forbidden':
    'The cluster does not allow it: {{reason}}',
  'said.action.kubernetes.hpa-already': '{{title}} has these limits already.',
  'said.action.kubernetes.hpa-limits':
    'At least {{min}} and at most {{max}} pods cannot be.',
  'said.action.kubernetes.impossible': 'Not possible now: {{action}}',
  'said.action.kubernetes.last-node':
    '{{title}} is the last node of {{cluster}} that takes pods.',
  'said.action.kubernetes.litmus':
    'Run experiment {{experiment}} on {{title}} in {{namespace}} ({{cluster}}) for {{seconds}}.',
  'said.action.kubernetes.made-anew': '{{owner}} makes new ones.',
  'said.action.kubernetes.minimum-healthy':
    'Pods that would stay ready: {{healthy}}. Needed: {{minimum}}.',
  'said.action.kubernetes.namespace':
    'Namespace {{namespace}} of cluster {{cluster}} is not among those that may be touched.',
  'said.action.kubernetes.network-latency_one':
    'Add {{latencyMs}} ms to {{n}} pod of {{title}} in {{namespace}} ({{cluster}}) for {{seconds}}.',
  'said.action.kubernetes.network-latency_other':
    'Add {{latencyMs}} ms to {{n}} pods of {{title}} in {{namespace}} ({{cluster}}) for {{seconds}}.',
  'said.action.kubernetes.network-loss_one':
    'Lose {{lossPercent}} % of the packets of {{n}} pod of {{title}} in {{namespace}} ({{cluster}}) for {{seconds}}.',
  'said.action.kubernetes.network-loss_other':
    'Lose {{lossPercent}} % of the packets of {{n}} pods of {{title}} in {{namespace}} ({{cluster}}) for {{seconds}}.',
  'said.action.kubernetes.network-what': 'Say either a latency or a loss.',
  'said.action.kubernetes.no-cluster':
    'There is no cluster {{cluster}} in environment {{environment}}.',
  'said.action.kubernetes.no-clusters':
    'There is no cluster of environment {{environment}}.',
  'said.action.kubernetes.no-controller':
    '{{title}} has no controller: nothing would make it anew.',
  'said.action.kubernetes.no-deployment':
    'No Deployment of environment {{environment}} has the labels {{selector}}.',
  'said.action.kubernetes.no-experiment':
    'There is no ChaosExperiment {{experiment}} in namespace {{namespace}} of {{cluster}}.',
  'said.action.kubernetes.no-hpa':
    'No HorizontalPodAutoscaler scales {{title}}.',
  'said.action.kubernetes.no-labels':
    '{{title}} does not select its pods by labels alone.',
  'said.action.kubernetes.no-namespace':
    'Say which namespace: nothing names one here.',
  'said.action.kubernetes.no-node':
    '{{title}} is not there in cluster {{cluster}}.',
  'said.action.kubernetes.no-pods': '{{title}} has no pods.',
  'said.action.kubernetes.no-proxy':
    'No pod of {{title}} has a proxy of Istio.',
  'said.action.kubernetes.no-service': 'No Service leads to {{title}}.',
  'said.action.kubernetes.no-target':
    'Nothing says which Deployment: name one, or give the entity the annotation backstage.io/kubernetes-id.',
  'said.action.kubernetes.not-all':
    'Only namespaces {{namespaces}} of cluster {{cluster}} may be touched, and nodes are of all.',
  'said.action.kubernetes.not-installed':
    'Cluster {{cluster}} has no {{kind}} ({{group}}): what acts on it is not installed there.',
  'said.action.kubernetes.not-ours': '{{title}} was not made here.',
  'said.action.kubernetes.not-there':
    '{{title}} is not there in namespace {{namespace}} of {{cluster}}.',
  'said.action.kubernetes.nothing-to-clean': 'There is nothing to clean up.',
  'said.action.kubernetes.patch-hpa':
    'Let {{title}} in {{namespace}} ({{cluster}}) choose between {{min}} and {{max}} pods.',
  'said.action.kubernetes.patch-hpa-back':
    'Let it choose between {{min}} and {{max}} again.',
  'said.action.kubernetes.paused': '{{title}} is paused: resume it first.',
  'said.action.kubernetes.pods-fail_one':
    'Let {{n}} pod of {{title}} in {{namespace}} ({{cluster}}) fail for {{seconds}}.',
  'said.action.kubernetes.pods-fail_other':
    'Let {{n}} pods of {{title}} in {{namespace}} ({{cluster}}) fail for {{seconds}}.',
  'said.action.kubernetes.pods-kill_one':
    'Kill {{n}} pod of {{title}} in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.pods-kill_other':
    'Kill {{n}} pods of {{title}} in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.rate-limit_one':
    'Let each pod of {{title}} in {{namespace}} ({{cluster}}) take {{n}} request in {{seconds}}.',
  'said.action.kubernetes.rate-limit_other':
    'Let each pod of {{title}} in {{namespace}} ({{cluster}}) take {{n}} requests in {{seconds}}.',
  'said.action.kubernetes.remove-it': 'Remove the {{kind}}.',
  'said.action.kubernetes.remove-made':
    'Remove {{title}} in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.renewed':
    'Nothing stays different: the same version runs.',
  'said.action.kubernetes.restart-rollout':
    'Restart {{title}} in {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.restore-traffic-policy':
    'Give {{title}} in {{namespace}} ({{cluster}}) its old policy back.',
  'said.action.kubernetes.scale_one':
    'Scale {{title}} in {{namespace}} ({{cluster}}) from {{from}} to {{n}} pod.',
  'said.action.kubernetes.scale_other':
    'Scale {{title}} in {{namespace}} ({{cluster}}) from {{from}} to {{n}} pods.',
  'said.action.kubernetes.scale-back_one': 'Scale it back to {{n}} pod.',
  'said.action.kubernetes.scale-back_other': 'Scale it back to {{n}} pods.',
  'said.action.kubernetes.scaled_one': '{{title}} has {{n}} pod already.',
  'said.action.kubernetes.scaled_other': '{{title}} has {{n}} pods already.',
  'said.action.kubernetes.server-refused': 'The cluster refuses it: {{reason}}',
  'said.action.kubernetes.several':
    'Several Deployments are meant, say which: {{names}}',
  'said.action.kubernetes.several-rules':
    'Several DestinationRules are for {{host}}: only the oldest of them holds.',
  'said.action.kubernetes.several-services':
    'Several Services lead to {{title}}, say which: {{names}}',
  'said.action.kubernetes.uncordon':
    'Let new pods onto {{title}} ({{cluster}}) again.',
  'said.action.kubernetes.uncordon-back':
    'Let no new pods onto {{title}} again.',
  'said.action.kubernetes.uncordoned': '{{title}} is not cordoned.',
  'said.action.kubernetes.which-cluster':
    'Environment {{environment}} has several clusters: say which.',
  'said.action.kubernetes/clean-jobs.description':
    'Deletes Jobs that failed, or are over, and their pods.',
  'said.action.kubernetes/clean-jobs.title': 'Clean up Jobs',
  'said.action.kubernetes/clean-orphans.description':
    'Deletes evicted pods, and pods that are over and empty ReplicaSets that belong to nothing.',
  'said.action.kubernetes/clean-orphans.title': 'Clean up orphans',
  'said.action.kubernetes/cordon.description':
    'Lets no new pods onto a node; those that are there stay.',
  'said.action.kubernetes/cordon.title': 'Cordon a node',
  'said.action.kubernetes/delete-pod.description':
    'Deletes one pod; its controller makes another one.',
  'said.action.kubernetes/delete-pod.title': 'Delete a pod',
  'said.action.kubernetes/delete-pods.description':
    'Deletes some pods of a Deployment at once, as long as enough others are ready; they are made anew.',
  'said.action.kubernetes/delete-pods.title': 'Delete a share of the pods',
  'said.action.kubernetes/patch-hpa.description':
    'Moves how many pods a HorizontalPodAutoscaler may have at least and at most.',
  'said.action.kubernetes/patch-hpa.title':
    'Change the limits of an autoscaler',
  'said.action.kubernetes/remove-made.description':
    'Deletes an experiment, filter or rule that another action made; nothing else.',
  'said.action.kubernetes/remove-made.title': 'Remove what an action made',
  'said.action.kubernetes/restart-rollout.description':
    'Gives a Deployment new pods of the same version, as its strategy says.',
  'said.action.kubernetes/restart-rollout.title': 'Restart a rollout',
  'said.action.kubernetes/scale.description':
    'Gives a Deployment more or fewer pods.',
  'said.action.kubernetes/scale.title': 'Scale',
  'said.action.kubernetes/uncordon.description':
    'Lets new pods onto a node again.',
  'said.action.kubernetes/uncordon.title': 'Uncordon a node',
  'said.action.litmus/run.description':
    'Runs a ChaosExperiment that is installed in the namespace, by a ChaosEngine.',
  'said.action.litmus/run.title': 'Run an experiment of Litmus',
} as const;
