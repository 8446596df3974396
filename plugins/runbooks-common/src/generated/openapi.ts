// Made from openapi.yaml by `yarn openapi`. Do not edit.

/** @public */
export interface paths {
    "/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a decision and the caller may see. */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attempts/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By somebody other than who proposed it. */
        post: operations["decideAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listExecutions"];
        put?: never;
        post: operations["startExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a step that waits for a person. */
        post: operations["answerExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions/{id}/controls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses, resumes, cancels, skips a step, or takes over. */
        post: operations["controlExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By somebody other than who asked. */
        post: operations["decideExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readExecutionJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a run would do. Changes nothing. */
        post: operations["planExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listExperiments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experiments/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getExperiment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experiments/{ref}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A game day: begins now, if nothing forbids it. */
        post: operations["runExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the ledger of effects is as it was written. */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{ref}/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes nothing. */
        post: operations["simulatePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replays a runbook or policy against an incident that is over. Changes nothing. */
        post: operations["rehearse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/remediation-metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readRemediationMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runbooks by title. With `entityRef` those that are for it, with why. */
        get: operations["listRunbooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbooks/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRunbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runbooks and proposals for an incident, an objective or an entity, with why. */
        get: operations["listSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSwitches"];
        /** Turns all remediation, or one policy, off or on. */
        put: operations["setSwitch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** @public */
export type webhooks = Record<string, never>;
/** @public */
export interface components {
    schemas: {
        /** An action that is installed. */
        ActionInfo: {
            changes: string[];
            description: components["schemas"]["Sentence"];
            /** Whether the far end itself is asked. */
            dryRun: boolean;
            enabled: boolean;
            /** `kubernetes:restart-rollout` */
            id: string;
            /** JSON Schema. */
            input: {
                [key: string]: unknown;
            };
            /** Whether it does harm on purpose, for experiments. Left out for what helps. */
            makesFaults?: boolean;
            reads: string[];
            reversible: boolean;
            title: components["schemas"]["Sentence"];
            undo?: components["schemas"]["Sentence"];
            why?: components["schemas"]["Sentence"];
        };
        /** What an action would do, resolved by the server. Nothing has been changed. */
        ActionPlan: {
            action: string;
            /** Format: date-time */
            asOf: string;
            blastRadius: components["schemas"]["BlastRadius"];
            changes: components["schemas"]["ChangedValue"][];
            /** Of the instances that stay meanwhile, 0 to 1, where it can be told. */
            healthyShare?: number;
            /** As it would be used; secrets left out. */
            input: {
                [key: string]: unknown;
            };
            /** Why it cannot be done as things stand. */
            refusals: components["schemas"]["Sentence"][];
            reversible: boolean;
            /** `deployment/shop/payments` */
            target?: string;
            title: components["schemas"]["Sentence"];
            undo?: components["schemas"]["Sentence"];
        };
        /** What a person says to a step that waits for one. */
        AnswerRequest: {
            /** Of approval. */
            approve?: boolean;
            checked?: number[];
            /** Of decision. */
            choice?: string;
            /** Of manual; false says that it could not be done. */
            done?: boolean;
            notes?: string;
            stepId: string;
        };
        Approval: {
            approvers: string[];
            /** Format: date-time */
            at?: string;
            by?: string;
            comment?: string;
            state: "waiting" | "approved" | "rejected" | "expired";
            /** Format: date-time */
            until: string;
        };
        /** Something that waits for a decision. */
        ApprovalItem: {
            approvers: string[];
            /** Format: date-time */
            at: string;
            attemptId?: string;
            entityRef?: string;
            environment: string;
            evidence: components["schemas"]["Evidence"][];
            executionId?: string;
            /** Of the attempt or run. */
            id: string;
            incidentId?: string;
            kind: "attempt" | "execution" | "step";
            may: components["schemas"]["May"];
            /** What exactly would be done. Of a step, all that comes after it, as it was when it was asked. */
            plan?: components["schemas"]["ExecutionPlan"];
            reason?: string;
            requestedBy: string;
            stepId?: string;
            /** Markdown */
            text?: string;
            title: string;
            /** Format: date-time */
            until: string;
        };
        /** Those that run out first, first. */
        ApprovalPage: {
            items: components["schemas"]["ApprovalItem"][];
            /** Of all that wait, how many the caller may decide. */
            mine: number;
            nextCursor?: string;
        };
        /** Something that a policy (or a person, or a model) proposed, and what became of it. */
        Attempt: {
            /** Format: date-time */
            at: string;
            /** Of this symptom at this target since its last verified recovery, from 1. */
            attempt: number;
            entityRef: string;
            environment: string;
            escalatedTo?: string[];
            executionId?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** REM-0031 */
            id: string;
            incidentId?: string;
            mode: components["schemas"]["Mode"];
            /** The attempt of the next rung. */
            nextId?: string;
            /** Left out for a proposal that no policy made. */
            policyRef?: string;
            policyTitle?: string;
            proposedBy: string;
            /** From 0. */
            rung: number;
            said: components["schemas"]["Sentence"];
            state: components["schemas"]["AttemptState"];
            /** What it is about: the alert and its target. */
            symptom: string;
            title: string;
        };
        AttemptDetail: components["schemas"]["Attempt"] & {
            approval?: components["schemas"]["Approval"];
            conditions: {
                holds: boolean;
                said: components["schemas"]["Sentence"];
            }[];
            evidence: components["schemas"]["Evidence"][];
            limits: components["schemas"]["LimitCheck"][];
            may: {
                decide: components["schemas"]["May"];
            };
            plan: components["schemas"]["ExecutionPlan"];
            verification?: {
                readings: {
                    /** Format: date-time */
                    at: string;
                    /** Burn rate. */
                    before?: number;
                    now?: number;
                    objective: string;
                    title: string;
                }[];
                said: components["schemas"]["Sentence"];
                verdict: "recovered" | "not-recovered" | "worse" | "too-little-traffic" | "not-measured";
            };
        };
        /** The latest first. */
        AttemptPage: {
            items: components["schemas"]["Attempt"][];
            nextCursor?: string;
        };
        AttemptState: "suggested" | "waiting-approval" | "approved" | "running" | "verifying" | "verified" | "ineffective" | "harmful" | "failed" | "unknown" | "escalated" | "refused" | "rejected" | "expired" | "cancelled";
        /** What may be touched. */
        BlastRadius: {
            entities: string[];
            said: components["schemas"]["Sentence"];
            /** Of the target's instances, 0 to 1. */
            share?: number;
        };
        /** What it may be, and what helps then. */
        Cause: {
            action?: string;
            cause: string;
            /** Markdown */
            check?: string;
            input?: {
                [key: string]: unknown;
            };
            /** Markdown */
            mitigation: string;
        };
        /** One thing that would be different. */
        ChangedValue: {
            from?: string;
            label: string;
            to?: string;
        };
        Communication: {
            audience: string;
            channel?: string;
            text: string;
            when: string;
        };
        /** All that is given must hold. */
        Conditions: {
            burnAbove?: number;
            burnOverSeconds?: number;
            days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            /** 08:00 */
            from?: string;
            /** A deployment not longer ago. */
            recentChangeSeconds?: number;
            severities?: components["schemas"]["Severity"][];
            tiers?: string[];
            /** Europe/Madrid */
            timeZone?: string;
            /** 20:00 */
            until?: string;
        };
        ControlRequest: {
            action: "pause" | "resume" | "cancel" | "skip" | "take-over";
            /** Needed for skip and cancel. */
            reason?: string;
            /** Of skip. */
            stepId?: string;
        };
        DecisionRequest: {
            approve: boolean;
            comment?: string;
        };
        /** How a policy came by its mode. */
        Earned: {
            needed: number;
            said: components["schemas"]["Sentence"];
            /** Verified, in approve mode, without a harmful one since. */
            successes: number;
        };
        /** As Backstage's errors are written. */
        Error: {
            error: {
                message: string;
                name: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Escalation: {
            afterSeconds: number;
            text?: string;
            /** Entity ref, or `on-call`. */
            to: string;
        };
        /** A record that a claim rests on. */
        Evidence: {
            /** Format: date-time */
            asOf?: string;
            label: string;
            /** What label and value say, for other languages. */
            said?: components["schemas"]["Sentence"];
            /** Page of the portal, or http(s) address. */
            url?: string;
            value?: string;
        };
        /** A run. */
        Execution: {
            action?: string;
            attemptId?: string;
            entityRef?: string;
            environment: string;
            estimatedSeconds?: number;
            experimentRef?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** RUN-0017 */
            id: string;
            incidentId?: string;
            kind: components["schemas"]["ExecutionKind"];
            /** Whoever has it in hand now. */
            operator: string;
            policyRef?: string;
            reason?: string;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            runbookRef?: string;
            said: components["schemas"]["Sentence"];
            /** Format: date-time */
            startedAt?: string;
            state: components["schemas"]["ExecutionState"];
            /** From 1. */
            step?: number;
            steps: number;
            title: string;
        };
        ExecutionBrief: {
            by: string;
            /** Format: date-time */
            finishedAt?: string;
            id: string;
            said: components["schemas"]["Sentence"];
            /** Format: date-time */
            startedAt?: string;
            state: components["schemas"]["ExecutionState"];
        };
        ExecutionDetail: components["schemas"]["Execution"] & {
            approval?: components["schemas"]["Approval"];
            experiment?: components["schemas"]["ExperimentReport"];
            /** Secrets left out. */
            inputs: {
                [key: string]: unknown;
            };
            ledger: components["schemas"]["LedgerEntry"][];
            may: {
                answer: components["schemas"]["May"];
                control: components["schemas"]["May"];
                decide: components["schemas"]["May"];
            };
            /** What would be done, as it was when somebody was asked to approve it. */
            plan?: components["schemas"]["ExecutionPlan"];
            rehearsal?: components["schemas"]["RehearsalReport"];
            runbookHash?: string;
            runSteps: components["schemas"]["RunStep"][];
        };
        ExecutionKind: "runbook" | "action" | "dry-run" | "rehearsal" | "experiment";
        /** The latest first. */
        ExecutionPage: {
            items: components["schemas"]["Execution"][];
            nextCursor?: string;
        };
        /** What a run would do. Nothing has been changed. */
        ExecutionPlan: {
            approval: {
                approvers: string[];
                needed: boolean;
                why?: components["schemas"]["Sentence"];
            };
            /** Format: date-time */
            asOf: string;
            entityRef?: string;
            environment: string;
            estimatedSeconds?: number;
            /** With defaults; secrets left out. */
            inputs: {
                [key: string]: unknown;
            };
            may: components["schemas"]["May"];
            refusals: components["schemas"]["Sentence"][];
            runbookRef?: string;
            steps: components["schemas"]["PlannedStep"][];
        };
        /** What to run: a runbook, or one action. */
        ExecutionRequest: {
            action?: string;
            /** Plans each step and changes nothing. */
            dryRun?: boolean;
            entityRef?: string;
            /** Production by default. */
            environment?: string;
            incidentId?: string;
            /** Of the action. */
            input?: {
                [key: string]: unknown;
            };
            /** Of the runbook. */
            inputs?: {
                [key: string]: unknown;
            };
            /** Of the caller: a repeat answers with the run of the first time. */
            key?: string;
            reason?: string;
            runbookRef?: string;
        };
        ExecutionState: "waiting-approval" | "running" | "waiting" | "paused" | "verifying" | "succeeded" | "not-recovered" | "failed" | "cancelling" | "cancelled" | "rejected" | "unknown";
        /** A chaos experiment. */
        Experiment: {
            blackouts: components["schemas"]["Conditions"][];
            blastRadius: {
                entities: number;
                share: number;
            };
            description?: string;
            durationSeconds: number;
            entityRef: string;
            environment: string;
            fault: components["schemas"]["Fault"];
            findings: components["schemas"]["Finding"][];
            hypothesis: string;
            lastRun?: components["schemas"]["ExecutionBrief"];
            may: {
                run: components["schemas"]["May"];
                switch: components["schemas"]["May"];
            };
            owner?: string;
            /** `chaosexperiment:default/kill-a-third` */
            ref: string;
            schedule?: {
                cron: string;
                /** Format: date-time */
                next?: string;
                /** The last due time that was left out, and why. */
                skipped?: {
                    /** Format: date-time */
                    at: string;
                    said: components["schemas"]["Sentence"];
                };
                timeZone: string;
            };
            sentence: components["schemas"]["Sentence"];
            steadyState: {
                beforeSeconds: number;
                maxBurnRate: number;
                objectives: string[];
            };
            switch: components["schemas"]["Switch"];
            title: string;
        };
        ExperimentPage: {
            items: components["schemas"]["Experiment"][];
            nextCursor?: string;
            total: number;
        };
        ExperimentReport: {
            experimentRef: string;
            fault: components["schemas"]["Fault"];
            hypothesis: string;
            injected?: {
                /** Format: date-time */
                from: string;
                targets: string[];
                /** Format: date-time */
                to?: string;
            };
            readings: {
                objective: string;
                points: {
                    /** Format: date-time */
                    at: string;
                    burnRate?: number;
                    phase: "before" | "during" | "after";
                }[];
                title: string;
            }[];
            recommendations: components["schemas"]["Sentence"][];
            said: components["schemas"]["Sentence"];
            stoppedBecause?: components["schemas"]["Sentence"];
            verdict: "held" | "broken" | "aborted" | "not-measured" | "running";
        };
        ExperimentRequest: {
            dryRun?: boolean;
            key?: string;
            reason?: string;
        };
        /** What is done to the target. */
        Fault: {
            engine: "kubernetes" | "chaos-mesh" | "litmus";
            jitterMilliseconds?: number;
            kind: "kill-pods" | "latency" | "loss";
            milliseconds?: number;
            percent?: number;
            selector?: {
                [key: string]: string;
            };
            /** Of the pods, 0 to 1. */
            share?: number;
        };
        /** Something about a document that its author should know. */
        Finding: {
            /** What is possible there. */
            allowed?: string;
            code: string;
            found?: string;
            line?: number;
            message: string;
            /** `spec.phases[0].steps[1].timeout` */
            path: string;
            severity: "error" | "warning";
        };
        /** A value that a run is given. */
        InputSpec: {
            choices?: string[];
            default?: unknown;
            description?: string;
            maximum?: number;
            minimum?: number;
            name: string;
            pattern?: string;
            required: boolean;
            title: string;
            type: "string" | "number" | "integer" | "boolean" | "choice" | "entity" | "secret";
        };
        JournalEntry: {
            /** Format: date-time */
            at: string;
            by?: string;
            data?: {
                [key: string]: unknown;
            };
            event: string;
            seq: number;
            stepId?: string;
            text?: string;
        };
        /** An intended effect and what became of it. */
        LedgerEntry: {
            actionId: string;
            /** Format: date-time */
            at: string;
            /** What it does. */
            effect: {
                [key: string]: unknown;
            };
            hash: string;
            seq: number;
            state: "intended" | "applied" | "absent" | "refused" | "unknown";
            stepId: string;
        };
        LimitCheck: {
            holds: boolean;
            /** per-target, per-hour, organisation, cool-down, concurrency, blast-radius, healthy, storm, loop, chain, switch */
            limit: string;
            said: components["schemas"]["Sentence"];
        };
        Limits: {
            /** Entities at most. */
            blastRadius: number;
            concurrency: number;
            coolDownSeconds: number;
            /** Share of instances that must stay, 0 to 1. */
            minimumHealthy: number;
            perHour: number;
            perHourOrganisation: number;
            perTarget: {
                attempts: number;
                withinSeconds: number;
            };
            /** More incidents than this at once, and no policy acts. */
            storm: {
                incidents: number;
                withinSeconds: number;
            };
        };
        /** Whether the caller may do it, and who may. */
        May: {
            allowed: boolean;
            who: string[];
            why?: components["schemas"]["Sentence"];
        };
        Mode: "suggest" | "approve" | "auto";
        Phase: {
            id: string;
            steps: components["schemas"]["Step"][];
            title: string;
        };
        PlannedStep: {
            id: string;
            kind: components["schemas"]["StepKind"];
            phase?: string;
            plan?: components["schemas"]["ActionPlan"];
            problem?: components["schemas"]["Sentence"];
            timeoutSeconds: number;
            title: string;
        };
        /** A remediation policy and what came of it. */
        Policy: {
            appliesTo: components["schemas"]["Sentence"][];
            approvalSeconds: number;
            approvers: string[];
            conditions: components["schemas"]["Conditions"];
            description?: string;
            earned?: components["schemas"]["Earned"];
            /** `on-call`, or an entity ref. */
            escalateTo: string;
            findings: components["schemas"]["Finding"][];
            ladder: components["schemas"]["Rung"][];
            lastAttempt?: components["schemas"]["Attempt"];
            limits: components["schemas"]["Limits"];
            may: {
                switch: components["schemas"]["May"];
            };
            mode: components["schemas"]["Mode"];
            owner?: string;
            /** `remediationpolicy:default/payments-rollback` */
            ref: string;
            sentence: components["schemas"]["Sentence"];
            switch: components["schemas"]["Switch"];
            tally: components["schemas"]["Tally"];
            title: string;
            triggers: components["schemas"]["Trigger"][];
            verification: components["schemas"]["Verification"];
            viewUrl?: string;
            wantedMode: components["schemas"]["Mode"];
        };
        PolicyPage: {
            items: components["schemas"]["Policy"][];
            nextCursor?: string;
            total: number;
        };
        /** Proposes an action of the allow-list; a human must approve it. */
        ProposalRequest: {
            action?: string;
            entityRef: string;
            environment?: string;
            evidence?: components["schemas"]["Evidence"][];
            incidentId?: string;
            input?: {
                [key: string]: unknown;
            };
            inputs?: {
                [key: string]: unknown;
            };
            key?: string;
            reason: string;
            runbookRef?: string;
        };
        /** What would have come of it in an incident that is over. */
        RehearsalReport: {
            /** Format: date-time */
            actedAt?: string;
            because: components["schemas"]["Sentence"][];
            incidentId: string;
            /** Format: date-time */
            recoveredAt?: string;
            /** Against how it really went. */
            savedSeconds?: number;
            wouldHaveActed: boolean;
            wouldHaveMatched: boolean;
            wouldHaveRecovered: "yes" | "no" | "unknown";
        };
        RehearsalRequest: {
            incidentId: string;
            policyRef?: string;
            runbookRef?: string;
        };
        Rehearsed: {
            /** Format: date-time */
            at: string;
            executionId: string;
            incidentId?: string;
            wouldHaveRecovered?: boolean;
        };
        RemediationMetrics: {
            all: components["schemas"]["Tally"];
            /** Format: date-time */
            asOf: string;
            /** Format: date-time */
            from: string;
            missing: components["schemas"]["Sentence"][];
            policies: {
                ref?: string;
                tally: components["schemas"]["Tally"];
                title: string;
            }[];
            /** Format: date-time */
            to: string;
            trend: {
                /** Format: date-time */
                from: string;
                tally: components["schemas"]["Tally"];
                /** Format: date-time */
                to: string;
            }[];
        };
        /** A runbook in a list. */
        Runbook: {
            actions: string[];
            /** Why it is for this: the trigger that matched. */
            because?: components["schemas"]["Sentence"][];
            description?: string;
            editUrl?: string;
            estimatedSeconds?: number;
            findings: components["schemas"]["Finding"][];
            form: "yaml" | "markdown";
            lastRehearsed?: components["schemas"]["Rehearsed"];
            lastRun?: components["schemas"]["ExecutionBrief"];
            owner?: string;
            /** `runbook:default/payments-5xx` */
            ref: string;
            /** No finding is an error, and it has steps. */
            runnable: boolean;
            serviceRefs: string[];
            severity?: components["schemas"]["Severity"];
            stale?: components["schemas"]["Sentence"];
            steps: number;
            title: string;
            triggers: components["schemas"]["Trigger"][];
            /** Format: date-time */
            updatedAt: string;
            viewUrl?: string;
        };
        RunbookDetail: components["schemas"]["Runbook"] & {
            causes: components["schemas"]["Cause"][];
            communication: components["schemas"]["Communication"][];
            escalation: components["schemas"]["Escalation"][];
            /** Of what is written; a run keeps the one that it ran. */
            hash: string;
            inputs: components["schemas"]["InputSpec"][];
            /** Its text, for a Markdown runbook; untrusted. */
            markdown?: string;
            may: {
                run: components["schemas"]["May"];
            };
            phases: components["schemas"]["Phase"][];
            /** Ways back, with what to look at. */
            rollback: components["schemas"]["Cause"][];
            verification?: components["schemas"]["Verification"];
        };
        /** A runbook as text, for search. */
        RunbookDocument: {
            owner?: string;
            ref: string;
            serviceRefs: string[];
            text: string;
            title: string;
        };
        RunbookPage: {
            items: components["schemas"]["Runbook"][];
            nextCursor?: string;
            total: number;
        };
        /** One thing to try. */
        Rung: {
            action?: string;
            attempts: number;
            input?: {
                [key: string]: unknown;
            };
            inputs?: {
                [key: string]: unknown;
            };
            runbookRef?: string;
        };
        /** A step of a run. */
        RunStep: {
            actionId?: string;
            /** Of a person. */
            answer?: {
                /** Format: date-time */
                at: string;
                by: string;
                checked?: number[];
                choice?: string;
                notes?: string;
            };
            /** What a person is asked. */
            asks?: {
                checklist?: string[];
                choices?: {
                    id: string;
                    title: string;
                }[];
                kind: "manual" | "decision" | "approval";
                may: components["schemas"]["May"];
                /** Markdown */
                text?: string;
                /** Format: date-time */
                until: string;
            };
            attempts: number;
            /** Format: date-time */
            deadline?: string;
            error?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** Steps of one group run at once. */
            group?: string;
            id: string;
            kind: components["schemas"]["StepKind"];
            /** The last of it; all is in the journal. */
            output?: string;
            phase?: string;
            plan?: components["schemas"]["ActionPlan"];
            progress?: string;
            /** What it resulted in. */
            result?: {
                [key: string]: unknown;
            };
            skipReason?: string;
            /** Format: date-time */
            startedAt?: string;
            state: "pending" | "running" | "waiting" | "succeeded" | "failed" | "skipped" | "cancelled" | "unknown";
            timeoutSeconds: number;
            title: string;
        };
        /** Something said in words: `text` in English, `code` and `params` to say it in another language. */
        Sentence: {
            code: string;
            params?: {
                [key: string]: string | number;
            };
            /** Parameters that are sentences themselves, by name; `params` has their English. */
            parts?: {
                [key: string]: components["schemas"]["Sentence"];
            };
            text: string;
        };
        Severity: "sev1" | "sev2" | "sev3" | "sev4";
        /** What a policy would have done in incidents that are over. */
        Simulation: {
            /** Format: date-time */
            from: string;
            /** Looked at. */
            incidents: number;
            items: components["schemas"]["RehearsalReport"][];
            policyRef: string;
            said: components["schemas"]["Sentence"];
            /** Format: date-time */
            to: string;
            wouldHaveActed: number;
            wouldHaveRecovered: number;
        };
        SimulationRequest: {
            /** Format: date-time */
            from?: string;
            limit?: number;
            /** Format: date-time */
            to?: string;
        };
        /** One step as written. */
        Step: {
            /** Id of a registered action. */
            action?: string;
            approvers?: string[];
            checklist?: string[];
            choices?: {
                id: string;
                title: string;
            }[];
            continueOnFailure?: boolean;
            id: string;
            /** May name inputs as `${{ inputs.name }}`. */
            input?: {
                [key: string]: unknown;
            };
            /** Of action. */
            installed?: boolean;
            kind: components["schemas"]["StepKind"];
            retry?: {
                attempts: number;
                backoffSeconds: number;
            };
            /** Of action; left out when the action is not installed. */
            reversible?: boolean;
            /** Of wait. */
            seconds?: number;
            /** Of parallel. */
            steps?: components["schemas"]["Step"][];
            /** Markdown. */
            text?: string;
            timeoutSeconds: number;
            title: string;
            verification?: components["schemas"]["Verification"];
            /** Done only after this answer to an earlier decision. */
            when?: {
                in: string[];
                step: string;
            };
        };
        StepKind: "manual" | "action" | "wait" | "decision" | "approval" | "verify" | "parallel";
        /** Something that may help here, with why. */
        Suggestion: {
            attempt?: components["schemas"]["Attempt"];
            because: components["schemas"]["Sentence"][];
            kind: "runbook" | "action" | "policy";
            runbook?: components["schemas"]["Runbook"];
            score: number;
        };
        /** Whether remediation may act. */
        Switch: {
            /** Format: date-time */
            at?: string;
            by?: string;
            may?: components["schemas"]["May"];
            on: boolean;
            reason?: string;
            /** `all`, or the ref of a policy. */
            scope: string;
        };
        SwitchRequest: {
            on: boolean;
            reason: string;
            scope: string;
        };
        /** What a policy did. */
        Tally: {
            escalated: number;
            /** It got worse. */
            harmful: number;
            ineffective: number;
            /** From trigger to verified recovery. */
            meanSeconds?: number;
            /** By a limit. */
            refused: number;
            /** By a person. */
            rejected: number;
            /** Format: date-time */
            since: string;
            /** The action was done. */
            succeeded: number;
            suggested: number;
            tried: number;
            /** And a recovery was seen. */
            verified: number;
        };
        /** When a document is for what is happening. All that is given must hold. */
        Trigger: {
            /** Name of an alert; `*` stands for any text. */
            alert?: string;
            burn?: "page" | "ticket";
            labels?: {
                [key: string]: string;
            };
            severities?: components["schemas"]["Severity"][];
            /** Ref of an objective. */
            slo?: string;
        };
        /** What must be seen for a recovery to count. */
        Verification: {
            /** Of each objective over the last minutes. */
            maxBurnRate: number;
            objectives?: string[];
            /** How long it must be well without a break. */
            steadySeconds: number;
            withinSeconds: number;
        };
    };
    responses: {
        /** Refused or failed */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/** @public */
export type $defs = Record<string, never>;
/** @public */
export interface operations {
    listActions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All that are installed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ActionInfo"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                cursor?: string;
                entityRef?: string[];
                limit?: number;
                /** Only what the caller may decide. */
                mine?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAttempts: {
        parameters: {
            query?: {
                cursor?: string;
                entityRef?: string[];
                incidentId?: string;
                limit?: number;
                policyRef?: string;
                state?: components["schemas"]["AttemptState"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The attempt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            /** Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RunbookDocument"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listExecutions: {
        parameters: {
            query?: {
                by?: string;
                cursor?: string;
                entityRef?: string[];
                experimentRef?: string;
                incidentId?: string;
                kind?: components["schemas"]["ExecutionKind"][];
                limit?: number;
                policyRef?: string;
                runbookRef?: string;
                state?: components["schemas"]["ExecutionState"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    startExecution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecutionRequest"];
            };
        };
        responses: {
            /** Begun, or waiting for its approval */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    answerExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    controlExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ControlRequest"];
            };
        };
        responses: {
            /** Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            /** Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    readExecutionJournal: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** In order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JournalEntry"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    planExecution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecutionRequest"];
            };
        };
        responses: {
            /** The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionPlan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listExperiments: {
        parameters: {
            query?: {
                cursor?: string;
                entityRef?: string;
                limit?: number;
                owner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The experiment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    runExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperimentRequest"];
            };
        };
        responses: {
            /** Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Read whole */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The first row that does not follow from the one before it. */
                        brokenAt?: number;
                        rows: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listPolicies: {
        parameters: {
            query?: {
                cursor?: string;
                entityRef?: string;
                limit?: number;
                mode?: components["schemas"]["Mode"][];
                owner?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    simulatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationRequest"];
            };
        };
        responses: {
            /** What it would have done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalRequest"];
            };
        };
        responses: {
            /** Waits for an approval */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    rehearse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearsalRequest"];
            };
        };
        responses: {
            /** Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    readRemediationMetrics: {
        parameters: {
            query?: {
                from?: string;
                owner?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The metrics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemediationMetrics"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRunbooks: {
        parameters: {
            query?: {
                cursor?: string;
                entityRef?: string;
                limit?: number;
                owner?: string;
                q?: string;
                stale?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunbookPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRunbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The runbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunbookDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSuggestions: {
        parameters: {
            query?: {
                entityRef?: string;
                incidentId?: string;
                objective?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The best first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Suggestion"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSwitches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** That of all, and those that are off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Switch"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    setSwitch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchRequest"];
            };
        };
        responses: {
            /** Set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Switch"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
