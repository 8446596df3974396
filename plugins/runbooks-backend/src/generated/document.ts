// Made from openapi.yaml by `yarn openapi`. Do not edit.

export const document = {
  "openapi": "3.0.3",
  "info": {
    "title": "runbooks",
    "version": "1",
    "description": "Runbooks that run, and remediation that knows when to stop. Times are ISO 8601 in UTC; entity refs are full.",
    "license": {
      "name": "Apache-2.0",
      "url": "http://www.apache.org/licenses/LICENSE-2.0.html"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/v1/runbooks": {
      "get": {
        "operationId": "listRunbooks",
        "description": "Runbooks by title. With `entityRef` those that are for it, with why.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "owner",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "q",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            },
            "allowReserved": true
          },
          {
            "name": "stale",
            "in": "query",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 1000
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunbookPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/runbooks/{ref}": {
      "get": {
        "operationId": "getRunbook",
        "parameters": [
          {
            "name": "ref",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The runbook",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunbookDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/suggestions": {
      "get": {
        "operationId": "listSuggestions",
        "description": "Runbooks and proposals for an incident, an objective or an entity, with why.",
        "parameters": [
          {
            "name": "incidentId",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 30
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "objective",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "The best first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Suggestion"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/actions": {
      "get": {
        "operationId": "listActions",
        "responses": {
          "200": {
            "description": "All that are installed",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ActionInfo"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/documents": {
      "get": {
        "operationId": "listDocuments",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 1000
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/RunbookDocument"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/executions": {
      "get": {
        "operationId": "listExecutions",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 300
              },
              "maxItems": 100
            },
            "allowReserved": true
          },
          {
            "name": "runbookRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "policyRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "experimentRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "incidentId",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 30
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/ExecutionState"
              },
              "maxItems": 12
            }
          },
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/ExecutionKind"
              },
              "maxItems": 5
            }
          },
          {
            "name": "by",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 1000
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "startExecution",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExecutionRequest"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Begun, or waiting for its approval",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/executions/plan": {
      "post": {
        "operationId": "planExecution",
        "description": "What a run would do. Changes nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExecutionRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The plan",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutionPlan"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/executions/{id}": {
      "get": {
        "operationId": "getExecution",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The run",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/executions/{id}/journal": {
      "get": {
        "operationId": "readExecutionJournal",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "after",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "In order",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/JournalEntry"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/executions/{id}/answers": {
      "post": {
        "operationId": "answerExecution",
        "description": "Answers a step that waits for a person.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AnswerRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Taken",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/executions/{id}/controls": {
      "post": {
        "operationId": "controlExecution",
        "description": "Pauses, resumes, cancels, skips a step, or takes over.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ControlRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Taken",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/executions/{id}/decision": {
      "post": {
        "operationId": "decideExecution",
        "description": "By somebody other than who asked.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DecisionRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Decided",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/rehearsals": {
      "post": {
        "operationId": "rehearse",
        "description": "Replays a runbook or policy against an incident that is over. Changes nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RehearsalRequest"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Begun",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/policies": {
      "get": {
        "operationId": "listPolicies",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "owner",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "mode",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/Mode"
              },
              "maxItems": 3
            }
          },
          {
            "name": "q",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            },
            "allowReserved": true
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 1000
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/policies/{ref}": {
      "get": {
        "operationId": "getPolicy",
        "parameters": [
          {
            "name": "ref",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The policy",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Policy"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/policies/{ref}/simulation": {
      "post": {
        "operationId": "simulatePolicy",
        "description": "Changes nothing.",
        "parameters": [
          {
            "name": "ref",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SimulationRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What it would have done",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Simulation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/attempts": {
      "get": {
        "operationId": "listAttempts",
        "parameters": [
          {
            "name": "policyRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 300
              },
              "maxItems": 100
            },
            "allowReserved": true
          },
          {
            "name": "incidentId",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 30
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/AttemptState"
              },
              "maxItems": 15
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 1000
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AttemptPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/attempts/{id}": {
      "get": {
        "operationId": "getAttempt",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The attempt",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AttemptDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/attempts/{id}/decision": {
      "post": {
        "operationId": "decideAttempt",
        "description": "By somebody other than who proposed it.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DecisionRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Decided",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AttemptDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/proposals": {
      "post": {
        "operationId": "propose",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ProposalRequest"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Waits for an approval",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AttemptDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/switches": {
      "get": {
        "operationId": "listSwitches",
        "responses": {
          "200": {
            "description": "That of all, and those that are off",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Switch"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "setSwitch",
        "description": "Turns all remediation, or one policy, off or on.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SwitchRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Set",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Switch"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/remediation-metrics": {
      "get": {
        "operationId": "readRemediationMetrics",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "from",
            "in": "query",
            "schema": {
              "type": "string",
              "format": "date-time"
            },
            "allowReserved": true
          },
          {
            "name": "to",
            "in": "query",
            "schema": {
              "type": "string",
              "format": "date-time"
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "The metrics",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RemediationMetrics"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/approvals": {
      "get": {
        "operationId": "listApprovals",
        "description": "What waits for a decision and the caller may see.",
        "parameters": [
          {
            "name": "mine",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            },
            "description": "Only what the caller may decide."
          },
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "maxLength": 300
              },
              "maxItems": 100
            },
            "allowReserved": true
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 1000
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ApprovalPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/experiments": {
      "get": {
        "operationId": "listExperiments",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "owner",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 1000
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExperimentPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/experiments/{ref}": {
      "get": {
        "operationId": "getExperiment",
        "parameters": [
          {
            "name": "ref",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The experiment",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Experiment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/experiments/{ref}/runs": {
      "post": {
        "operationId": "runExperiment",
        "description": "A game day: begins now, if nothing forbids it.",
        "parameters": [
          {
            "name": "ref",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExperimentRequest"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Begun",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutionDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/ledger/verification": {
      "get": {
        "operationId": "verifyLedger",
        "description": "Whether the ledger of effects is as it was written.",
        "responses": {
          "200": {
            "description": "Read whole",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "rows"
                  ],
                  "properties": {
                    "rows": {
                      "type": "integer"
                    },
                    "brokenAt": {
                      "type": "integer",
                      "description": "The first row that does not follow from the one before it."
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "responses": {
      "Error": {
        "description": "Refused or failed",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "Error": {
        "type": "object",
        "description": "As Backstage's errors are written.",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            },
            "additionalProperties": true
          }
        },
        "additionalProperties": true
      },
      "Sentence": {
        "type": "object",
        "description": "Something said in words: `text` in English, `code` and `params` to say it in another language.",
        "required": [
          "code",
          "text"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "text": {
            "type": "string"
          },
          "params": {
            "type": "object",
            "additionalProperties": {
              "oneOf": [
                {
                  "type": "string"
                },
                {
                  "type": "number"
                }
              ]
            }
          },
          "parts": {
            "type": "object",
            "description": "Parameters that are sentences themselves, by name; `params` has their English.",
            "additionalProperties": {
              "$ref": "#/components/schemas/Sentence"
            }
          }
        }
      },
      "May": {
        "type": "object",
        "description": "Whether the caller may do it, and who may.",
        "required": [
          "allowed",
          "who"
        ],
        "properties": {
          "allowed": {
            "type": "boolean"
          },
          "why": {
            "$ref": "#/components/schemas/Sentence"
          },
          "who": {
            "type": "array",
            "items": {
              "type": "string",
              "description": "Entity ref of a group or user who may."
            }
          }
        }
      },
      "Finding": {
        "type": "object",
        "description": "Something about a document that its author should know.",
        "required": [
          "severity",
          "path",
          "code",
          "message"
        ],
        "properties": {
          "severity": {
            "type": "string",
            "enum": [
              "error",
              "warning"
            ]
          },
          "path": {
            "type": "string",
            "description": "`spec.phases[0].steps[1].timeout`"
          },
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "found": {
            "type": "string"
          },
          "allowed": {
            "type": "string",
            "description": "What is possible there."
          },
          "line": {
            "type": "integer"
          }
        }
      },
      "Trigger": {
        "type": "object",
        "description": "When a document is for what is happening. All that is given must hold.",
        "properties": {
          "alert": {
            "type": "string",
            "description": "Name of an alert; `*` stands for any text."
          },
          "labels": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "slo": {
            "type": "string",
            "description": "Ref of an objective."
          },
          "burn": {
            "type": "string",
            "enum": [
              "page",
              "ticket"
            ]
          },
          "severities": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Severity"
            }
          }
        }
      },
      "Severity": {
        "type": "string",
        "enum": [
          "sev1",
          "sev2",
          "sev3",
          "sev4"
        ]
      },
      "InputSpec": {
        "type": "object",
        "description": "A value that a run is given.",
        "required": [
          "name",
          "title",
          "type",
          "required"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "enum": [
              "string",
              "number",
              "integer",
              "boolean",
              "choice",
              "entity",
              "secret"
            ]
          },
          "description": {
            "type": "string"
          },
          "required": {
            "type": "boolean"
          },
          "default": {},
          "choices": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "pattern": {
            "type": "string"
          },
          "minimum": {
            "type": "number"
          },
          "maximum": {
            "type": "number"
          }
        }
      },
      "StepKind": {
        "type": "string",
        "enum": [
          "manual",
          "action",
          "wait",
          "decision",
          "approval",
          "verify",
          "parallel"
        ]
      },
      "Step": {
        "type": "object",
        "description": "One step as written.",
        "required": [
          "id",
          "title",
          "kind",
          "timeoutSeconds"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/StepKind"
          },
          "text": {
            "type": "string",
            "description": "Markdown."
          },
          "timeoutSeconds": {
            "type": "number"
          },
          "continueOnFailure": {
            "type": "boolean"
          },
          "retry": {
            "type": "object",
            "required": [
              "attempts",
              "backoffSeconds"
            ],
            "properties": {
              "attempts": {
                "type": "integer"
              },
              "backoffSeconds": {
                "type": "number"
              }
            }
          },
          "when": {
            "type": "object",
            "description": "Done only after this answer to an earlier decision.",
            "required": [
              "step",
              "in"
            ],
            "properties": {
              "step": {
                "type": "string"
              },
              "in": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          },
          "checklist": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "action": {
            "type": "string",
            "description": "Id of a registered action."
          },
          "input": {
            "type": "object",
            "description": "May name inputs as `${{ inputs.name }}`.",
            "additionalProperties": true
          },
          "seconds": {
            "type": "number",
            "description": "Of wait."
          },
          "choices": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                }
              }
            }
          },
          "approvers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "verification": {
            "$ref": "#/components/schemas/Verification"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Step"
            },
            "description": "Of parallel."
          },
          "reversible": {
            "type": "boolean",
            "description": "Of action; left out when the action is not installed."
          },
          "installed": {
            "type": "boolean",
            "description": "Of action."
          }
        }
      },
      "Verification": {
        "type": "object",
        "description": "What must be seen for a recovery to count.",
        "required": [
          "withinSeconds",
          "steadySeconds",
          "maxBurnRate"
        ],
        "properties": {
          "withinSeconds": {
            "type": "number"
          },
          "steadySeconds": {
            "type": "number",
            "description": "How long it must be well without a break."
          },
          "objectives": {
            "type": "array",
            "items": {
              "type": "string",
              "description": "Refs; all of the entity when left out."
            }
          },
          "maxBurnRate": {
            "type": "number",
            "description": "Of each objective over the last minutes."
          }
        }
      },
      "Phase": {
        "type": "object",
        "required": [
          "id",
          "title",
          "steps"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Step"
            }
          }
        }
      },
      "Cause": {
        "type": "object",
        "description": "What it may be, and what helps then.",
        "required": [
          "cause",
          "mitigation"
        ],
        "properties": {
          "cause": {
            "type": "string"
          },
          "check": {
            "type": "string",
            "description": "Markdown"
          },
          "mitigation": {
            "type": "string",
            "description": "Markdown"
          },
          "action": {
            "type": "string"
          },
          "input": {
            "type": "object",
            "description": "",
            "additionalProperties": true
          }
        }
      },
      "Escalation": {
        "type": "object",
        "required": [
          "afterSeconds",
          "to"
        ],
        "properties": {
          "afterSeconds": {
            "type": "number"
          },
          "to": {
            "type": "string",
            "description": "Entity ref, or `on-call`."
          },
          "text": {
            "type": "string"
          }
        }
      },
      "Communication": {
        "type": "object",
        "required": [
          "when",
          "audience",
          "text"
        ],
        "properties": {
          "when": {
            "type": "string"
          },
          "audience": {
            "type": "string"
          },
          "channel": {
            "type": "string"
          },
          "text": {
            "type": "string"
          }
        }
      },
      "Rehearsed": {
        "type": "object",
        "required": [
          "at",
          "executionId"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "executionId": {
            "type": "string"
          },
          "incidentId": {
            "type": "string"
          },
          "wouldHaveRecovered": {
            "type": "boolean"
          }
        }
      },
      "ExecutionBrief": {
        "type": "object",
        "required": [
          "id",
          "state",
          "by",
          "said"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/ExecutionState"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "by": {
            "type": "string"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "Runbook": {
        "type": "object",
        "description": "A runbook in a list.",
        "required": [
          "ref",
          "title",
          "serviceRefs",
          "triggers",
          "form",
          "steps",
          "actions",
          "findings",
          "runnable",
          "updatedAt"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "`runbook:default/payments-5xx`"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "estimatedSeconds": {
            "type": "number"
          },
          "serviceRefs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "triggers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Trigger"
            }
          },
          "form": {
            "type": "string",
            "enum": [
              "yaml",
              "markdown"
            ]
          },
          "steps": {
            "type": "integer"
          },
          "actions": {
            "type": "array",
            "items": {
              "type": "string",
              "description": "Ids of the actions that it may do."
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "runnable": {
            "type": "boolean",
            "description": "No finding is an error, and it has steps."
          },
          "lastRun": {
            "$ref": "#/components/schemas/ExecutionBrief"
          },
          "lastRehearsed": {
            "$ref": "#/components/schemas/Rehearsed"
          },
          "stale": {
            "$ref": "#/components/schemas/Sentence"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "viewUrl": {
            "type": "string"
          },
          "editUrl": {
            "type": "string"
          },
          "because": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            },
            "description": "Why it is for this: the trigger that matched."
          }
        }
      },
      "RunbookDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Runbook"
          },
          {
            "type": "object",
            "required": [
              "inputs",
              "phases",
              "causes",
              "escalation",
              "rollback",
              "communication",
              "hash",
              "may"
            ],
            "properties": {
              "markdown": {
                "type": "string",
                "description": "Its text, for a Markdown runbook; untrusted."
              },
              "inputs": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/InputSpec"
                }
              },
              "phases": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Phase"
                }
              },
              "causes": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Cause"
                }
              },
              "escalation": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Escalation"
                }
              },
              "rollback": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Cause"
                },
                "description": "Ways back, with what to look at."
              },
              "communication": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Communication"
                }
              },
              "verification": {
                "$ref": "#/components/schemas/Verification"
              },
              "hash": {
                "type": "string",
                "description": "Of what is written; a run keeps the one that it ran."
              },
              "may": {
                "type": "object",
                "required": [
                  "run"
                ],
                "properties": {
                  "run": {
                    "$ref": "#/components/schemas/May"
                  }
                }
              }
            }
          }
        ]
      },
      "RunbookPage": {
        "type": "object",
        "required": [
          "items",
          "total"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Runbook"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "total": {
            "type": "integer"
          }
        }
      },
      "Suggestion": {
        "type": "object",
        "description": "Something that may help here, with why.",
        "required": [
          "kind",
          "because",
          "score"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "runbook",
              "action",
              "policy"
            ]
          },
          "runbook": {
            "$ref": "#/components/schemas/Runbook"
          },
          "attempt": {
            "$ref": "#/components/schemas/Attempt"
          },
          "because": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            }
          },
          "score": {
            "type": "number"
          }
        }
      },
      "ActionInfo": {
        "type": "object",
        "description": "An action that is installed.",
        "required": [
          "id",
          "title",
          "description",
          "input",
          "reads",
          "changes",
          "reversible",
          "dryRun",
          "enabled"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "`kubernetes:restart-rollout`"
          },
          "title": {
            "$ref": "#/components/schemas/Sentence"
          },
          "description": {
            "$ref": "#/components/schemas/Sentence"
          },
          "input": {
            "type": "object",
            "description": "JSON Schema.",
            "additionalProperties": true
          },
          "reads": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "changes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "reversible": {
            "type": "boolean"
          },
          "makesFaults": {
            "type": "boolean",
            "description": "Whether it does harm on purpose, for experiments. Left out for what helps."
          },
          "undo": {
            "$ref": "#/components/schemas/Sentence"
          },
          "dryRun": {
            "type": "boolean",
            "description": "Whether the far end itself is asked."
          },
          "enabled": {
            "type": "boolean"
          },
          "why": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "ChangedValue": {
        "type": "object",
        "description": "One thing that would be different.",
        "required": [
          "label"
        ],
        "properties": {
          "label": {
            "type": "string"
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          }
        }
      },
      "BlastRadius": {
        "type": "object",
        "description": "What may be touched.",
        "required": [
          "entities",
          "said"
        ],
        "properties": {
          "entities": {
            "type": "array",
            "items": {
              "type": "string",
              "description": "Entity refs: the target, and what depends on it by the catalog."
            }
          },
          "share": {
            "type": "number",
            "description": "Of the target's instances, 0 to 1."
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "ActionPlan": {
        "type": "object",
        "description": "What an action would do, resolved by the server. Nothing has been changed.",
        "required": [
          "action",
          "title",
          "input",
          "changes",
          "reversible",
          "blastRadius",
          "refusals",
          "asOf"
        ],
        "properties": {
          "action": {
            "type": "string"
          },
          "title": {
            "$ref": "#/components/schemas/Sentence"
          },
          "input": {
            "type": "object",
            "description": "As it would be used; secrets left out.",
            "additionalProperties": true
          },
          "target": {
            "type": "string",
            "description": "`deployment/shop/payments`"
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ChangedValue"
            }
          },
          "reversible": {
            "type": "boolean"
          },
          "undo": {
            "$ref": "#/components/schemas/Sentence"
          },
          "blastRadius": {
            "$ref": "#/components/schemas/BlastRadius"
          },
          "healthyShare": {
            "type": "number",
            "description": "Of the instances that stay meanwhile, 0 to 1, where it can be told."
          },
          "refusals": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            },
            "description": "Why it cannot be done as things stand."
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "PlannedStep": {
        "type": "object",
        "required": [
          "id",
          "title",
          "kind",
          "timeoutSeconds"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/StepKind"
          },
          "phase": {
            "type": "string"
          },
          "timeoutSeconds": {
            "type": "number"
          },
          "plan": {
            "$ref": "#/components/schemas/ActionPlan"
          },
          "problem": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "ExecutionPlan": {
        "type": "object",
        "description": "What a run would do. Nothing has been changed.",
        "required": [
          "environment",
          "inputs",
          "steps",
          "refusals",
          "may",
          "approval",
          "asOf"
        ],
        "properties": {
          "runbookRef": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "inputs": {
            "type": "object",
            "description": "With defaults; secrets left out.",
            "additionalProperties": true
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlannedStep"
            }
          },
          "refusals": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            }
          },
          "estimatedSeconds": {
            "type": "number"
          },
          "may": {
            "$ref": "#/components/schemas/May"
          },
          "approval": {
            "type": "object",
            "required": [
              "needed",
              "approvers"
            ],
            "properties": {
              "needed": {
                "type": "boolean"
              },
              "why": {
                "$ref": "#/components/schemas/Sentence"
              },
              "approvers": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "ExecutionRequest": {
        "type": "object",
        "description": "What to run: a runbook, or one action.",
        "properties": {
          "runbookRef": {
            "type": "string",
            "maxLength": 300
          },
          "action": {
            "type": "string",
            "maxLength": 100
          },
          "input": {
            "type": "object",
            "description": "Of the action.",
            "additionalProperties": true
          },
          "inputs": {
            "type": "object",
            "description": "Of the runbook.",
            "additionalProperties": true
          },
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "environment": {
            "type": "string",
            "maxLength": 60,
            "description": "Production by default."
          },
          "incidentId": {
            "type": "string",
            "maxLength": 30
          },
          "reason": {
            "type": "string",
            "maxLength": 1000
          },
          "dryRun": {
            "type": "boolean",
            "description": "Plans each step and changes nothing."
          },
          "key": {
            "type": "string",
            "maxLength": 200,
            "description": "Of the caller: a repeat answers with the run of the first time."
          }
        },
        "additionalProperties": false
      },
      "ExecutionState": {
        "type": "string",
        "enum": [
          "waiting-approval",
          "running",
          "waiting",
          "paused",
          "verifying",
          "succeeded",
          "not-recovered",
          "failed",
          "cancelling",
          "cancelled",
          "rejected",
          "unknown"
        ]
      },
      "ExecutionKind": {
        "type": "string",
        "enum": [
          "runbook",
          "action",
          "dry-run",
          "rehearsal",
          "experiment"
        ]
      },
      "Execution": {
        "type": "object",
        "description": "A run.",
        "required": [
          "id",
          "kind",
          "title",
          "environment",
          "state",
          "steps",
          "requestedBy",
          "operator",
          "requestedAt",
          "said"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "RUN-0017"
          },
          "kind": {
            "$ref": "#/components/schemas/ExecutionKind"
          },
          "title": {
            "type": "string"
          },
          "runbookRef": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "incidentId": {
            "type": "string"
          },
          "policyRef": {
            "type": "string"
          },
          "attemptId": {
            "type": "string"
          },
          "experimentRef": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/ExecutionState"
          },
          "step": {
            "type": "integer",
            "description": "From 1."
          },
          "steps": {
            "type": "integer"
          },
          "requestedBy": {
            "type": "string"
          },
          "operator": {
            "type": "string",
            "description": "Whoever has it in hand now."
          },
          "requestedAt": {
            "type": "string",
            "format": "date-time"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "estimatedSeconds": {
            "type": "number"
          },
          "reason": {
            "type": "string"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "ExecutionPage": {
        "type": "object",
        "description": "The latest first.",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Execution"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "RunStep": {
        "type": "object",
        "description": "A step of a run.",
        "required": [
          "id",
          "title",
          "kind",
          "state",
          "attempts",
          "timeoutSeconds"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/StepKind"
          },
          "phase": {
            "type": "string"
          },
          "group": {
            "type": "string",
            "description": "Steps of one group run at once."
          },
          "state": {
            "type": "string",
            "enum": [
              "pending",
              "running",
              "waiting",
              "succeeded",
              "failed",
              "skipped",
              "cancelled",
              "unknown"
            ]
          },
          "attempts": {
            "type": "integer"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "deadline": {
            "type": "string",
            "format": "date-time"
          },
          "timeoutSeconds": {
            "type": "number"
          },
          "progress": {
            "type": "string"
          },
          "output": {
            "type": "string",
            "description": "The last of it; all is in the journal."
          },
          "error": {
            "type": "string"
          },
          "result": {
            "type": "object",
            "description": "What it resulted in.",
            "additionalProperties": true
          },
          "plan": {
            "$ref": "#/components/schemas/ActionPlan"
          },
          "answer": {
            "type": "object",
            "description": "Of a person.",
            "required": [
              "by",
              "at"
            ],
            "properties": {
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "choice": {
                "type": "string"
              },
              "notes": {
                "type": "string"
              },
              "checked": {
                "type": "array",
                "items": {
                  "type": "integer"
                }
              }
            }
          },
          "asks": {
            "type": "object",
            "description": "What a person is asked.",
            "required": [
              "kind",
              "may",
              "until"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "manual",
                  "decision",
                  "approval"
                ]
              },
              "text": {
                "type": "string",
                "description": "Markdown"
              },
              "checklist": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "choices": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "id",
                    "title"
                  ],
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "title": {
                      "type": "string"
                    }
                  }
                }
              },
              "may": {
                "$ref": "#/components/schemas/May"
              },
              "until": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "skipReason": {
            "type": "string"
          },
          "actionId": {
            "type": "string"
          }
        }
      },
      "LedgerEntry": {
        "type": "object",
        "description": "An intended effect and what became of it.",
        "required": [
          "seq",
          "at",
          "actionId",
          "stepId",
          "state",
          "effect",
          "hash"
        ],
        "properties": {
          "seq": {
            "type": "integer"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "actionId": {
            "type": "string"
          },
          "stepId": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "intended",
              "applied",
              "absent",
              "refused",
              "unknown"
            ]
          },
          "effect": {
            "type": "object",
            "description": "What it does.",
            "additionalProperties": true
          },
          "hash": {
            "type": "string"
          }
        }
      },
      "JournalEntry": {
        "type": "object",
        "required": [
          "seq",
          "at",
          "event"
        ],
        "properties": {
          "seq": {
            "type": "integer"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "event": {
            "type": "string"
          },
          "stepId": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "text": {
            "type": "string"
          },
          "data": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "Approval": {
        "type": "object",
        "required": [
          "state",
          "until",
          "approvers"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "waiting",
              "approved",
              "rejected",
              "expired"
            ]
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "approvers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "comment": {
            "type": "string"
          }
        }
      },
      "RehearsalReport": {
        "type": "object",
        "description": "What would have come of it in an incident that is over.",
        "required": [
          "incidentId",
          "wouldHaveMatched",
          "wouldHaveActed",
          "wouldHaveRecovered",
          "because"
        ],
        "properties": {
          "incidentId": {
            "type": "string"
          },
          "wouldHaveMatched": {
            "type": "boolean"
          },
          "wouldHaveActed": {
            "type": "boolean"
          },
          "actedAt": {
            "type": "string",
            "format": "date-time"
          },
          "wouldHaveRecovered": {
            "type": "string",
            "enum": [
              "yes",
              "no",
              "unknown"
            ]
          },
          "recoveredAt": {
            "type": "string",
            "format": "date-time"
          },
          "savedSeconds": {
            "type": "number",
            "description": "Against how it really went."
          },
          "because": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            }
          }
        }
      },
      "ExecutionDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Execution"
          },
          {
            "type": "object",
            "required": [
              "inputs",
              "runSteps",
              "ledger",
              "may"
            ],
            "properties": {
              "inputs": {
                "type": "object",
                "description": "Secrets left out.",
                "additionalProperties": true
              },
              "runSteps": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/RunStep"
                }
              },
              "approval": {
                "$ref": "#/components/schemas/Approval"
              },
              "plan": {
                "description": "What would be done, as it was when somebody was asked to approve it.",
                "allOf": [
                  {
                    "$ref": "#/components/schemas/ExecutionPlan"
                  }
                ]
              },
              "ledger": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/LedgerEntry"
                }
              },
              "rehearsal": {
                "$ref": "#/components/schemas/RehearsalReport"
              },
              "experiment": {
                "$ref": "#/components/schemas/ExperimentReport"
              },
              "runbookHash": {
                "type": "string"
              },
              "may": {
                "type": "object",
                "required": [
                  "control",
                  "decide",
                  "answer"
                ],
                "properties": {
                  "control": {
                    "$ref": "#/components/schemas/May"
                  },
                  "decide": {
                    "$ref": "#/components/schemas/May"
                  },
                  "answer": {
                    "$ref": "#/components/schemas/May"
                  }
                }
              }
            }
          }
        ]
      },
      "AnswerRequest": {
        "type": "object",
        "description": "What a person says to a step that waits for one.",
        "required": [
          "stepId"
        ],
        "properties": {
          "stepId": {
            "type": "string",
            "maxLength": 100
          },
          "done": {
            "type": "boolean",
            "description": "Of manual; false says that it could not be done."
          },
          "choice": {
            "type": "string",
            "maxLength": 100,
            "description": "Of decision."
          },
          "approve": {
            "type": "boolean",
            "description": "Of approval."
          },
          "checked": {
            "type": "array",
            "items": {
              "type": "integer"
            },
            "maxItems": 100
          },
          "notes": {
            "type": "string",
            "maxLength": 4000
          }
        },
        "additionalProperties": false
      },
      "ControlRequest": {
        "type": "object",
        "required": [
          "action"
        ],
        "properties": {
          "action": {
            "type": "string",
            "enum": [
              "pause",
              "resume",
              "cancel",
              "skip",
              "take-over"
            ]
          },
          "stepId": {
            "type": "string",
            "maxLength": 100,
            "description": "Of skip."
          },
          "reason": {
            "type": "string",
            "maxLength": 1000,
            "description": "Needed for skip and cancel."
          }
        },
        "additionalProperties": false
      },
      "DecisionRequest": {
        "type": "object",
        "required": [
          "approve"
        ],
        "properties": {
          "approve": {
            "type": "boolean"
          },
          "comment": {
            "type": "string",
            "maxLength": 1000
          }
        },
        "additionalProperties": false
      },
      "RehearsalRequest": {
        "type": "object",
        "required": [
          "incidentId"
        ],
        "properties": {
          "runbookRef": {
            "type": "string",
            "maxLength": 300
          },
          "policyRef": {
            "type": "string",
            "maxLength": 300
          },
          "incidentId": {
            "type": "string",
            "maxLength": 30
          }
        },
        "additionalProperties": false
      },
      "Mode": {
        "type": "string",
        "enum": [
          "suggest",
          "approve",
          "auto"
        ]
      },
      "Rung": {
        "type": "object",
        "description": "One thing to try.",
        "required": [
          "attempts"
        ],
        "properties": {
          "runbookRef": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "input": {
            "type": "object",
            "description": "",
            "additionalProperties": true
          },
          "inputs": {
            "type": "object",
            "description": "",
            "additionalProperties": true
          },
          "attempts": {
            "type": "integer"
          }
        }
      },
      "Limits": {
        "type": "object",
        "required": [
          "perTarget",
          "perHour",
          "perHourOrganisation",
          "coolDownSeconds",
          "concurrency",
          "blastRadius",
          "minimumHealthy",
          "storm"
        ],
        "properties": {
          "perTarget": {
            "type": "object",
            "required": [
              "attempts",
              "withinSeconds"
            ],
            "properties": {
              "attempts": {
                "type": "integer"
              },
              "withinSeconds": {
                "type": "number"
              }
            }
          },
          "perHour": {
            "type": "integer"
          },
          "perHourOrganisation": {
            "type": "integer"
          },
          "coolDownSeconds": {
            "type": "number"
          },
          "concurrency": {
            "type": "integer"
          },
          "blastRadius": {
            "type": "integer",
            "description": "Entities at most."
          },
          "minimumHealthy": {
            "type": "number",
            "description": "Share of instances that must stay, 0 to 1."
          },
          "storm": {
            "type": "object",
            "description": "More incidents than this at once, and no policy acts.",
            "required": [
              "incidents",
              "withinSeconds"
            ],
            "properties": {
              "incidents": {
                "type": "integer"
              },
              "withinSeconds": {
                "type": "number"
              }
            }
          }
        }
      },
      "Conditions": {
        "type": "object",
        "description": "All that is given must hold.",
        "properties": {
          "burnAbove": {
            "type": "number"
          },
          "burnOverSeconds": {
            "type": "number"
          },
          "recentChangeSeconds": {
            "type": "number",
            "description": "A deployment not longer ago."
          },
          "tiers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "days": {
            "type": "array",
            "items": {
              "type": "string",
              "enum": [
                "mon",
                "tue",
                "wed",
                "thu",
                "fri",
                "sat",
                "sun"
              ]
            }
          },
          "from": {
            "type": "string",
            "description": "08:00"
          },
          "until": {
            "type": "string",
            "description": "20:00"
          },
          "timeZone": {
            "type": "string",
            "description": "Europe/Madrid"
          },
          "severities": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Severity"
            }
          }
        }
      },
      "Earned": {
        "type": "object",
        "description": "How a policy came by its mode.",
        "required": [
          "successes",
          "needed",
          "said"
        ],
        "properties": {
          "successes": {
            "type": "integer",
            "description": "Verified, in approve mode, without a harmful one since."
          },
          "needed": {
            "type": "integer"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "Tally": {
        "type": "object",
        "description": "What a policy did.",
        "required": [
          "suggested",
          "tried",
          "succeeded",
          "verified",
          "ineffective",
          "harmful",
          "escalated",
          "refused",
          "rejected",
          "since"
        ],
        "properties": {
          "suggested": {
            "type": "integer"
          },
          "tried": {
            "type": "integer"
          },
          "succeeded": {
            "type": "integer",
            "description": "The action was done."
          },
          "verified": {
            "type": "integer",
            "description": "And a recovery was seen."
          },
          "ineffective": {
            "type": "integer"
          },
          "harmful": {
            "type": "integer",
            "description": "It got worse."
          },
          "escalated": {
            "type": "integer"
          },
          "refused": {
            "type": "integer",
            "description": "By a limit."
          },
          "rejected": {
            "type": "integer",
            "description": "By a person."
          },
          "meanSeconds": {
            "type": "number",
            "description": "From trigger to verified recovery."
          },
          "since": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Policy": {
        "type": "object",
        "description": "A remediation policy and what came of it.",
        "required": [
          "ref",
          "title",
          "triggers",
          "conditions",
          "appliesTo",
          "ladder",
          "limits",
          "verification",
          "escalateTo",
          "approvalSeconds",
          "approvers",
          "wantedMode",
          "mode",
          "switch",
          "sentence",
          "findings",
          "tally",
          "may"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "`remediationpolicy:default/payments-rollback`"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "triggers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Trigger"
            }
          },
          "conditions": {
            "$ref": "#/components/schemas/Conditions"
          },
          "appliesTo": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            }
          },
          "ladder": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Rung"
            }
          },
          "limits": {
            "$ref": "#/components/schemas/Limits"
          },
          "verification": {
            "$ref": "#/components/schemas/Verification"
          },
          "escalateTo": {
            "type": "string",
            "description": "`on-call`, or an entity ref."
          },
          "approvalSeconds": {
            "type": "number"
          },
          "approvers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "wantedMode": {
            "$ref": "#/components/schemas/Mode"
          },
          "mode": {
            "$ref": "#/components/schemas/Mode"
          },
          "earned": {
            "$ref": "#/components/schemas/Earned"
          },
          "switch": {
            "$ref": "#/components/schemas/Switch"
          },
          "sentence": {
            "$ref": "#/components/schemas/Sentence"
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "tally": {
            "$ref": "#/components/schemas/Tally"
          },
          "lastAttempt": {
            "$ref": "#/components/schemas/Attempt"
          },
          "viewUrl": {
            "type": "string"
          },
          "may": {
            "type": "object",
            "required": [
              "switch"
            ],
            "properties": {
              "switch": {
                "$ref": "#/components/schemas/May"
              }
            }
          }
        }
      },
      "PolicyPage": {
        "type": "object",
        "required": [
          "items",
          "total"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Policy"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "total": {
            "type": "integer"
          }
        }
      },
      "Switch": {
        "type": "object",
        "description": "Whether remediation may act.",
        "required": [
          "scope",
          "on"
        ],
        "properties": {
          "scope": {
            "type": "string",
            "description": "`all`, or the ref of a policy."
          },
          "on": {
            "type": "boolean"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "reason": {
            "type": "string"
          },
          "may": {
            "$ref": "#/components/schemas/May"
          }
        }
      },
      "SwitchRequest": {
        "type": "object",
        "required": [
          "scope",
          "on",
          "reason"
        ],
        "properties": {
          "scope": {
            "type": "string",
            "maxLength": 300
          },
          "on": {
            "type": "boolean"
          },
          "reason": {
            "type": "string",
            "maxLength": 1000,
            "minLength": 5
          }
        },
        "additionalProperties": false
      },
      "AttemptState": {
        "type": "string",
        "enum": [
          "suggested",
          "waiting-approval",
          "approved",
          "running",
          "verifying",
          "verified",
          "ineffective",
          "harmful",
          "failed",
          "unknown",
          "escalated",
          "refused",
          "rejected",
          "expired",
          "cancelled"
        ]
      },
      "Evidence": {
        "type": "object",
        "description": "A record that a claim rests on.",
        "required": [
          "label"
        ],
        "properties": {
          "label": {
            "type": "string"
          },
          "value": {
            "type": "string"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence",
            "description": "What label and value say, for other languages."
          },
          "url": {
            "type": "string",
            "description": "Page of the portal, or http(s) address."
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "LimitCheck": {
        "type": "object",
        "required": [
          "limit",
          "holds",
          "said"
        ],
        "properties": {
          "limit": {
            "type": "string",
            "description": "per-target, per-hour, organisation, cool-down, concurrency, blast-radius, healthy, storm, loop, chain, switch"
          },
          "holds": {
            "type": "boolean"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "Attempt": {
        "type": "object",
        "description": "Something that a policy (or a person, or a model) proposed, and what became of it.",
        "required": [
          "id",
          "entityRef",
          "environment",
          "symptom",
          "rung",
          "attempt",
          "mode",
          "state",
          "title",
          "proposedBy",
          "at",
          "said"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "REM-0031"
          },
          "policyRef": {
            "type": "string",
            "description": "Left out for a proposal that no policy made."
          },
          "policyTitle": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "incidentId": {
            "type": "string"
          },
          "symptom": {
            "type": "string",
            "description": "What it is about: the alert and its target."
          },
          "rung": {
            "type": "integer",
            "description": "From 0."
          },
          "attempt": {
            "type": "integer",
            "description": "Of this symptom at this target since its last verified recovery, from 1."
          },
          "mode": {
            "$ref": "#/components/schemas/Mode"
          },
          "state": {
            "$ref": "#/components/schemas/AttemptState"
          },
          "title": {
            "type": "string"
          },
          "proposedBy": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "executionId": {
            "type": "string"
          },
          "escalatedTo": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "nextId": {
            "type": "string",
            "description": "The attempt of the next rung."
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "AttemptDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Attempt"
          },
          {
            "type": "object",
            "required": [
              "plan",
              "evidence",
              "conditions",
              "limits",
              "may"
            ],
            "properties": {
              "plan": {
                "$ref": "#/components/schemas/ExecutionPlan"
              },
              "evidence": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Evidence"
                }
              },
              "conditions": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "holds",
                    "said"
                  ],
                  "properties": {
                    "holds": {
                      "type": "boolean"
                    },
                    "said": {
                      "$ref": "#/components/schemas/Sentence"
                    }
                  }
                }
              },
              "limits": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/LimitCheck"
                }
              },
              "approval": {
                "$ref": "#/components/schemas/Approval"
              },
              "verification": {
                "type": "object",
                "required": [
                  "verdict",
                  "said",
                  "readings"
                ],
                "properties": {
                  "verdict": {
                    "type": "string",
                    "enum": [
                      "recovered",
                      "not-recovered",
                      "worse",
                      "too-little-traffic",
                      "not-measured"
                    ]
                  },
                  "said": {
                    "$ref": "#/components/schemas/Sentence"
                  },
                  "readings": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": [
                        "objective",
                        "title",
                        "at"
                      ],
                      "properties": {
                        "objective": {
                          "type": "string"
                        },
                        "title": {
                          "type": "string"
                        },
                        "before": {
                          "type": "number",
                          "description": "Burn rate."
                        },
                        "now": {
                          "type": "number"
                        },
                        "at": {
                          "type": "string",
                          "format": "date-time"
                        }
                      }
                    }
                  }
                }
              },
              "may": {
                "type": "object",
                "required": [
                  "decide"
                ],
                "properties": {
                  "decide": {
                    "$ref": "#/components/schemas/May"
                  }
                }
              }
            }
          }
        ]
      },
      "AttemptPage": {
        "type": "object",
        "description": "The latest first.",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Attempt"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "ProposalRequest": {
        "type": "object",
        "description": "Proposes an action of the allow-list; a human must approve it.",
        "required": [
          "entityRef",
          "reason"
        ],
        "properties": {
          "action": {
            "type": "string",
            "maxLength": 100
          },
          "input": {
            "type": "object",
            "description": "",
            "additionalProperties": true
          },
          "runbookRef": {
            "type": "string",
            "maxLength": 300
          },
          "inputs": {
            "type": "object",
            "description": "",
            "additionalProperties": true
          },
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "environment": {
            "type": "string",
            "maxLength": 60
          },
          "incidentId": {
            "type": "string",
            "maxLength": 30
          },
          "reason": {
            "type": "string",
            "maxLength": 1000,
            "minLength": 5
          },
          "evidence": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Evidence"
            },
            "maxItems": 20
          },
          "key": {
            "type": "string",
            "maxLength": 200
          }
        },
        "additionalProperties": false
      },
      "Simulation": {
        "type": "object",
        "description": "What a policy would have done in incidents that are over.",
        "required": [
          "policyRef",
          "from",
          "to",
          "incidents",
          "items",
          "wouldHaveActed",
          "wouldHaveRecovered",
          "said"
        ],
        "properties": {
          "policyRef": {
            "type": "string"
          },
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "incidents": {
            "type": "integer",
            "description": "Looked at."
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RehearsalReport"
            }
          },
          "wouldHaveActed": {
            "type": "integer"
          },
          "wouldHaveRecovered": {
            "type": "integer"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "SimulationRequest": {
        "type": "object",
        "properties": {
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "limit": {
            "type": "integer",
            "minimum": 1,
            "maximum": 100
          }
        },
        "additionalProperties": false
      },
      "RemediationMetrics": {
        "type": "object",
        "required": [
          "from",
          "to",
          "asOf",
          "all",
          "policies",
          "trend",
          "missing"
        ],
        "properties": {
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          },
          "all": {
            "$ref": "#/components/schemas/Tally"
          },
          "policies": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "title",
                "tally"
              ],
              "properties": {
                "ref": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "tally": {
                  "$ref": "#/components/schemas/Tally"
                }
              }
            }
          },
          "trend": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to",
                "tally"
              ],
              "properties": {
                "from": {
                  "type": "string",
                  "format": "date-time"
                },
                "to": {
                  "type": "string",
                  "format": "date-time"
                },
                "tally": {
                  "$ref": "#/components/schemas/Tally"
                }
              }
            }
          },
          "missing": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            }
          }
        }
      },
      "ApprovalItem": {
        "type": "object",
        "description": "Something that waits for a decision.",
        "required": [
          "id",
          "kind",
          "title",
          "environment",
          "requestedBy",
          "at",
          "until",
          "approvers",
          "evidence",
          "may"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "Of the attempt or run."
          },
          "kind": {
            "type": "string",
            "enum": [
              "attempt",
              "execution",
              "step"
            ]
          },
          "executionId": {
            "type": "string"
          },
          "stepId": {
            "type": "string"
          },
          "attemptId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "incidentId": {
            "type": "string"
          },
          "requestedBy": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "approvers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "reason": {
            "type": "string"
          },
          "plan": {
            "description": "What exactly would be done. Of a step, all that comes after it, as it was when it was asked.",
            "allOf": [
              {
                "$ref": "#/components/schemas/ExecutionPlan"
              }
            ]
          },
          "evidence": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Evidence"
            }
          },
          "text": {
            "type": "string",
            "description": "Markdown"
          },
          "may": {
            "$ref": "#/components/schemas/May"
          }
        }
      },
      "ApprovalPage": {
        "type": "object",
        "description": "Those that run out first, first.",
        "required": [
          "items",
          "mine"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ApprovalItem"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "mine": {
            "type": "integer",
            "description": "Of all that wait, how many the caller may decide."
          }
        }
      },
      "Fault": {
        "type": "object",
        "description": "What is done to the target.",
        "required": [
          "kind",
          "engine"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "kill-pods",
              "latency",
              "loss"
            ]
          },
          "share": {
            "type": "number",
            "description": "Of the pods, 0 to 1."
          },
          "selector": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "milliseconds": {
            "type": "number"
          },
          "jitterMilliseconds": {
            "type": "number"
          },
          "percent": {
            "type": "number"
          },
          "engine": {
            "type": "string",
            "enum": [
              "kubernetes",
              "chaos-mesh",
              "litmus"
            ]
          }
        }
      },
      "Experiment": {
        "type": "object",
        "description": "A chaos experiment.",
        "required": [
          "ref",
          "title",
          "entityRef",
          "environment",
          "hypothesis",
          "fault",
          "durationSeconds",
          "steadyState",
          "blastRadius",
          "blackouts",
          "findings",
          "switch",
          "sentence",
          "may"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "`chaosexperiment:default/kill-a-third`"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "hypothesis": {
            "type": "string"
          },
          "fault": {
            "$ref": "#/components/schemas/Fault"
          },
          "durationSeconds": {
            "type": "number"
          },
          "steadyState": {
            "type": "object",
            "required": [
              "objectives",
              "maxBurnRate",
              "beforeSeconds"
            ],
            "properties": {
              "objectives": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "maxBurnRate": {
                "type": "number"
              },
              "beforeSeconds": {
                "type": "number"
              }
            }
          },
          "blastRadius": {
            "type": "object",
            "required": [
              "entities",
              "share"
            ],
            "properties": {
              "entities": {
                "type": "integer"
              },
              "share": {
                "type": "number"
              }
            }
          },
          "schedule": {
            "type": "object",
            "required": [
              "cron",
              "timeZone"
            ],
            "properties": {
              "cron": {
                "type": "string"
              },
              "timeZone": {
                "type": "string"
              },
              "next": {
                "type": "string",
                "format": "date-time"
              },
              "skipped": {
                "type": "object",
                "description": "The last due time that was left out, and why.",
                "required": [
                  "at",
                  "said"
                ],
                "properties": {
                  "at": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "said": {
                    "$ref": "#/components/schemas/Sentence"
                  }
                }
              }
            }
          },
          "blackouts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Conditions"
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "switch": {
            "$ref": "#/components/schemas/Switch"
          },
          "lastRun": {
            "$ref": "#/components/schemas/ExecutionBrief"
          },
          "sentence": {
            "$ref": "#/components/schemas/Sentence"
          },
          "may": {
            "type": "object",
            "required": [
              "run",
              "switch"
            ],
            "properties": {
              "run": {
                "$ref": "#/components/schemas/May"
              },
              "switch": {
                "$ref": "#/components/schemas/May"
              }
            }
          }
        }
      },
      "ExperimentPage": {
        "type": "object",
        "required": [
          "items",
          "total"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Experiment"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "total": {
            "type": "integer"
          }
        }
      },
      "ExperimentReport": {
        "type": "object",
        "required": [
          "experimentRef",
          "hypothesis",
          "fault",
          "verdict",
          "said",
          "readings",
          "recommendations"
        ],
        "properties": {
          "experimentRef": {
            "type": "string"
          },
          "hypothesis": {
            "type": "string"
          },
          "fault": {
            "$ref": "#/components/schemas/Fault"
          },
          "verdict": {
            "type": "string",
            "enum": [
              "held",
              "broken",
              "aborted",
              "not-measured",
              "running"
            ]
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "stoppedBecause": {
            "$ref": "#/components/schemas/Sentence"
          },
          "readings": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "objective",
                "title",
                "points"
              ],
              "properties": {
                "objective": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "points": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "at",
                      "phase"
                    ],
                    "properties": {
                      "at": {
                        "type": "string",
                        "format": "date-time"
                      },
                      "burnRate": {
                        "type": "number"
                      },
                      "phase": {
                        "type": "string",
                        "enum": [
                          "before",
                          "during",
                          "after"
                        ]
                      }
                    }
                  }
                }
              }
            }
          },
          "injected": {
            "type": "object",
            "required": [
              "from",
              "targets"
            ],
            "properties": {
              "from": {
                "type": "string",
                "format": "date-time"
              },
              "to": {
                "type": "string",
                "format": "date-time"
              },
              "targets": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            }
          },
          "recommendations": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            }
          }
        }
      },
      "ExperimentRequest": {
        "type": "object",
        "properties": {
          "reason": {
            "type": "string",
            "maxLength": 1000
          },
          "dryRun": {
            "type": "boolean"
          },
          "key": {
            "type": "string",
            "maxLength": 200
          }
        },
        "additionalProperties": false
      },
      "RunbookDocument": {
        "type": "object",
        "description": "A runbook as text, for search.",
        "required": [
          "ref",
          "title",
          "text",
          "serviceRefs"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "text": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "serviceRefs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      }
    }
  }
} as const;
