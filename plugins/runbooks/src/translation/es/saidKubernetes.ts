/** De las acciones en Kubernetes, Istio, Chaos Mesh y Litmus. */
export const saidKubernetes = {
  'said.action.chaos-mesh/network.description':
    'Añade latencia o pérdida a lo que envían algunos pods, durante un tiempo, con un NetworkChaos.',
  'said.action.chaos-mesh/network.title':
    'Red lenta o con pérdidas (Chaos Mesh)',
  'said.action.chaos-mesh/pods.description':
    'Mata algunos pods, o les impide trabajar durante un tiempo, con un PodChaos.',
  'said.action.chaos-mesh/pods.title': 'Pods que fallan (Chaos Mesh)',
  'said.action.istio/circuit-break.description':
    'Aparta los pods que responden con errores, y limita lo que se les envía, con una DestinationRule.',
  'said.action.istio/circuit-break.title': 'Abrir el circuito (Istio)',
  'said.action.istio/rate-limit.description':
    'Deja que cada pod admita cierto número de peticiones y responde 429 al resto, con un EnvoyFilter.',
  'said.action.istio/rate-limit.title': 'Limitar la tasa (Istio)',
  'said.action.istio/restore-traffic-policy.description':
    'Devuelve a una DestinationRule la política que tenía antes.',
  'said.action.istio/restore-traffic-policy.title':
    'Volver a cerrar el circuito (Istio)',
  'said.action.kubernetes.argo-rollouts':
    'Argo Rollouts lleva {{title}} mediante el Rollout {{rollout}}.',
  'said.action.kubernetes.autoscaled':
    'El HorizontalPodAutoscaler {{autoscaler}} decide cuántos pods tiene {{title}}: cambie sus límites.',
  'said.action.kubernetes.budget':
    'El PodDisruptionBudget {{name}} deja irse ahora a {{allowed}} de estos pods, y se irían {{wanted}}.',
  'said.action.kubernetes.circuit-back':
    'Devolver a {{title}} su política anterior.',
  'said.action.kubernetes.circuit-break':
    'Apartar los pods de {{host}} ({{cluster}}) tras tantos errores seguidos: {{errors}}.',
  'said.action.kubernetes.clean-jobs_one':
    'Eliminar {{n}} Job terminado en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.clean-jobs_many':
    'Eliminar {{n}} de Jobs terminados en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.clean-jobs_other':
    'Eliminar {{n}} Jobs terminados en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.clean-orphans_one':
    'Eliminar {{n}} objeto huérfano en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.clean-orphans_many':
    'Eliminar {{n}} de objetos huérfanos en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.clean-orphans_other':
    'Eliminar {{n}} objetos huérfanos en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.cordon_one':
    'No dejar entrar pods nuevos en {{title}} ({{cluster}}); hay {{n}} y se queda.',
  'said.action.kubernetes.cordon_many':
    'No dejar entrar pods nuevos en {{title}} ({{cluster}}); hay {{n}} y se quedan.',
  'said.action.kubernetes.cordon_other':
    'No dejar entrar pods nuevos en {{title}} ({{cluster}}); hay {{n}} y se quedan.',
  'said.action.kubernetes.cordon-back':
    'Volver a dejar entrar pods nuevos en {{title}}.',
  'said.action.kubernetes.cordoned': '{{title}} ya está acordonado.',
  'said.action.kubernetes.delete-pod':
    'Eliminar {{title}} en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.delete-pods_one':
    'Eliminar {{n}} de los {{of}} pods de {{title}} en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.delete-pods_many':
    'Eliminar {{n}} de los {{of}} pods de {{title}} en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.delete-pods_other':
    'Eliminar {{n}} de los {{of}} pods de {{title}} en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.forbidden': 'El clúster no lo permite: {{reason}}',
  'said.action.kubernetes.hpa-already': '{{title}} ya tiene esos límites.',
  'said.action.kubernetes.hpa-limits':
    'Como mínimo {{min}} y como máximo {{max}} pods no puede ser.',
  'said.action.kubernetes.impossible': 'Ahora no es posible: {{action}}',
  'said.action.kubernetes.last-node':
    '{{title}} es el último nodo de {{cluster}} que admite pods.',
  'said.action.kubernetes.litmus':
    'Ejecutar el experimento {{experiment}} en {{title}}, en {{namespace}} ({{cluster}}), durante {{seconds}}.',
  'said.action.kubernetes.made-anew': '{{owner}} crea otros nuevos.',
  'said.action.kubernetes.minimum-healthy':
    'Pods que seguirían listos: {{healthy}}. Hacen falta: {{minimum}}.',
  'said.action.kubernetes.namespace':
    'El espacio de nombres {{namespace}} del clúster {{cluster}} no está entre los que se pueden tocar.',
  'said.action.kubernetes.network-latency_one':
    'Añadir {{latencyMs}} ms a {{n}} pod de {{title}} en {{namespace}} ({{cluster}}) durante {{seconds}}.',
  'said.action.kubernetes.network-latency_many':
    'Añadir {{latencyMs}} ms a {{n}} de pods de {{title}} en {{namespace}} ({{cluster}}) durante {{seconds}}.',
  'said.action.kubernetes.network-latency_other':
    'Añadir {{latencyMs}} ms a {{n}} pods de {{title}} en {{namespace}} ({{cluster}}) durante {{seconds}}.',
  'said.action.kubernetes.network-loss_one':
    'Perder el {{lossPercent}} % de los paquetes de {{n}} pod de {{title}} en {{namespace}} ({{cluster}}) durante {{seconds}}.',
  'said.action.kubernetes.network-loss_many':
    'Perder el {{lossPercent}} % de los paquetes de {{n}} de pods de {{title}} en {{namespace}} ({{cluster}}) durante {{seconds}}.',
  'said.action.kubernetes.network-loss_other':
    'Perder el {{lossPercent}} % de los paquetes de {{n}} pods de {{title}} en {{namespace}} ({{cluster}}) durante {{seconds}}.',
  'said.action.kubernetes.network-what':
    'Diga una latencia o una pérdida, una de las dos.',
  'said.action.kubernetes.no-cluster':
    'No hay ningún clúster {{cluster}} en el entorno {{environment}}.',
  'said.action.kubernetes.no-clusters':
    'No hay ningún clúster del entorno {{environment}}.',
  'said.action.kubernetes.no-controller':
    '{{title}} no tiene controlador: nada lo crearía de nuevo.',
  'said.action.kubernetes.no-deployment':
    'Ningún Deployment del entorno {{environment}} tiene las etiquetas {{selector}}.',
  'said.action.kubernetes.no-experiment':
    'No hay ningún ChaosExperiment {{experiment}} en el espacio de nombres {{namespace}} de {{cluster}}.',
  'said.action.kubernetes.no-hpa':
    'Ningún HorizontalPodAutoscaler escala {{title}}.',
  'said.action.kubernetes.no-labels':
    '{{title}} no elige sus pods solo por etiquetas.',
  'said.action.kubernetes.no-namespace':
    'Diga qué espacio de nombres: aquí nada lo dice.',
  'said.action.kubernetes.no-node':
    '{{title}} no está en el clúster {{cluster}}.',
  'said.action.kubernetes.no-pods': '{{title}} no tiene pods.',
  'said.action.kubernetes.no-proxy':
    'Ningún pod de {{title}} tiene un proxy de Istio.',
  'said.action.kubernetes.no-service': 'Ningún Service lleva a {{title}}.',
  'said.action.kubernetes.no-target':
    'Nada dice qué Deployment: nombre uno, o ponga a la entidad la anotación backstage.io/kubernetes-id.',
  'said.action.kubernetes.not-all':
    'Solo se pueden tocar los espacios de nombres {{namespaces}} del clúster {{cluster}}, y los nodos son de todos.',
  'said.action.kubernetes.not-installed':
    'El clúster {{cluster}} no tiene {{kind}} ({{group}}): lo que actúa sobre ello no está instalado allí.',
  'said.action.kubernetes.not-ours': '{{title}} no se creó aquí.',
  'said.action.kubernetes.not-there':
    '{{title}} no está en el espacio de nombres {{namespace}} de {{cluster}}.',
  'said.action.kubernetes.nothing-to-clean': 'No hay nada que limpiar.',
  'said.action.kubernetes.patch-hpa':
    'Dejar que {{title}}, en {{namespace}} ({{cluster}}), elija entre {{min}} y {{max}} pods.',
  'said.action.kubernetes.patch-hpa-back':
    'Dejar que vuelva a elegir entre {{min}} y {{max}}.',
  'said.action.kubernetes.paused': '{{title}} está en pausa: reanúdelo antes.',
  'said.action.kubernetes.pods-fail_one':
    'Hacer fallar {{n}} pod de {{title}} en {{namespace}} ({{cluster}}) durante {{seconds}}.',
  'said.action.kubernetes.pods-fail_many':
    'Hacer fallar {{n}} de pods de {{title}} en {{namespace}} ({{cluster}}) durante {{seconds}}.',
  'said.action.kubernetes.pods-fail_other':
    'Hacer fallar {{n}} pods de {{title}} en {{namespace}} ({{cluster}}) durante {{seconds}}.',
  'said.action.kubernetes.pods-kill_one':
    'Matar {{n}} pod de {{title}} en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.pods-kill_many':
    'Matar {{n}} de pods de {{title}} en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.pods-kill_other':
    'Matar {{n}} pods de {{title}} en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.rate-limit_one':
    'Dejar que cada pod de {{title}}, en {{namespace}} ({{cluster}}), admita {{n}} petición cada {{seconds}}.',
  'said.action.kubernetes.rate-limit_many':
    'Dejar que cada pod de {{title}}, en {{namespace}} ({{cluster}}), admita {{n}} de peticiones cada {{seconds}}.',
  'said.action.kubernetes.rate-limit_other':
    'Dejar que cada pod de {{title}}, en {{namespace}} ({{cluster}}), admita {{n}} peticiones cada {{seconds}}.',
  'said.action.kubernetes.remove-it': 'Quitar {{kind}}.',
  'said.action.kubernetes.remove-made':
    'Quitar {{title}} en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.renewed':
    'Nada queda distinto: funciona la misma versión.',
  'said.action.kubernetes.restart-rollout':
    'Reiniciar {{title}} en {{namespace}} ({{cluster}}).',
  'said.action.kubernetes.restore-traffic-policy':
    'Devolver a {{title}}, en {{namespace}} ({{cluster}}), su política anterior.',
  'said.action.kubernetes.scale_one':
    'Escalar {{title}} en {{namespace}} ({{cluster}}) de {{from}} a {{n}} pod.',
  'said.action.kubernetes.scale_many':
    'Escalar {{title}} en {{namespace}} ({{cluster}}) de {{from}} a {{n}} de pods.',
  'said.action.kubernetes.scale_other':
    'Escalar {{title}} en {{namespace}} ({{cluster}}) de {{from}} a {{n}} pods.',
  'said.action.kubernetes.scale-back_one': 'Volver a escalarlo a {{n}} pod.',
  'said.action.kubernetes.scale-back_many':
    'Volver a escalarlo a {{n}} de pods.',
  'said.action.kubernetes.scale-back_other': 'Volver a escalarlo a {{n}} pods.',
  'said.action.kubernetes.scaled_one': '{{title}} ya tiene {{n}} pod.',
  'said.action.kubernetes.scaled_many': '{{title}} ya tiene {{n}} de pods.',
  'said.action.kubernetes.scaled_other': '{{title}} ya tiene {{n}} pods.',
  'said.action.kubernetes.server-refused': 'El clúster lo rechaza: {{reason}}',
  'said.action.kubernetes.several':
    'Puede referirse a varios Deployments, diga cuál: {{names}}',
  'said.action.kubernetes.several-rules':
    'Varias DestinationRules son para {{host}}: solo vale la más antigua.',
  'said.action.kubernetes.several-services':
    'Varios Services llevan a {{title}}, diga cuál: {{names}}',
  'said.action.kubernetes.uncordon':
    'Volver a dejar entrar pods nuevos en {{title}} ({{cluster}}).',
  'said.action.kubernetes.uncordon-back':
    'Volver a no dejar entrar pods nuevos en {{title}}.',
  'said.action.kubernetes.uncordoned': '{{title}} no está acordonado.',
  'said.action.kubernetes.which-cluster':
    'El entorno {{environment}} tiene varios clústeres: diga cuál.',
  'said.action.kubernetes/clean-jobs.description':
    'Elimina los Jobs que fallaron, o que han terminado, y sus pods.',
  'said.action.kubernetes/clean-jobs.title': 'Limpiar Jobs',
  'said.action.kubernetes/clean-orphans.description':
    'Elimina los pods expulsados, y los pods terminados y ReplicaSets vacíos que no son de nada.',
  'said.action.kubernetes/clean-orphans.title': 'Limpiar objetos huérfanos',
  'said.action.kubernetes/cordon.description':
    'No deja entrar pods nuevos en un nodo; los que hay se quedan.',
  'said.action.kubernetes/cordon.title': 'Acordonar un nodo',
  'said.action.kubernetes/delete-pod.description':
    'Elimina un pod; su controlador crea otro.',
  'said.action.kubernetes/delete-pod.title': 'Eliminar un pod',
  'said.action.kubernetes/delete-pods.description':
    'Elimina a la vez algunos pods de un Deployment, mientras queden listos los suficientes; se crean de nuevo.',
  'said.action.kubernetes/delete-pods.title': 'Eliminar una parte de los pods',
  'said.action.kubernetes/patch-hpa.description':
    'Cambia cuántos pods puede tener un HorizontalPodAutoscaler como mínimo y como máximo.',
  'said.action.kubernetes/patch-hpa.title':
    'Cambiar los límites de un autoescalador',
  'said.action.kubernetes/remove-made.description':
    'Elimina un experimento, filtro o regla que creó otra acción; nada más.',
  'said.action.kubernetes/remove-made.title': 'Quitar lo que creó una acción',
  'said.action.kubernetes/restart-rollout.description':
    'Da a un Deployment pods nuevos de la misma versión, según su estrategia.',
  'said.action.kubernetes/restart-rollout.title': 'Reiniciar un despliegue',
  'said.action.kubernetes/scale.description':
    'Da a un Deployment más o menos pods.',
  'said.action.kubernetes/scale.title': 'Escalar',
  'said.action.kubernetes/uncordon.description':
    'Vuelve a dejar entrar pods nuevos en un nodo.',
  'said.action.kubernetes/uncordon.title': 'Quitar el acordonado de un nodo',
  'said.action.litmus/run.description':
    'Ejecuta un ChaosExperiment que está instalado en el espacio de nombres, con un ChaosEngine.',
  'said.action.litmus/run.title': 'Ejecutar un experimento de Litmus',
};
