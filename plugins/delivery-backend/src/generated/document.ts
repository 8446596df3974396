// Made from openapi.yaml by `yarn openapi`. Do not edit.

export const document = {
  "openapi": "3.0.3",
  "info": {
    "title": "delivery",
    "version": "1",
    "description": "What changed, whether it may go out, and how it is undone. Times are ISO 8601 in UTC; entity refs are full. Every answer comes from the plugin's own tables unless it says otherwise.",
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
    "/v1/feed": {
      "get": {
        "operationId": "readFeed",
        "description": "Every report of every change that the caller may see, oldest first, by cursor.",
        "parameters": [
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
              "maximum": 1000,
              "default": 200
            }
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
          }
        ],
        "responses": {
          "200": {
            "description": "A piece",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Feed"
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
    "/v1/changes": {
      "get": {
        "operationId": "listChanges",
        "description": "Changes, each once as last reported, the latest first.",
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
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/ChangeKind"
              },
              "maxItems": 6
            }
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
                  "$ref": "#/components/schemas/ChangePage"
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
    "/v1/changes/{id}": {
      "get": {
        "operationId": "getChange",
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
            "description": "The change",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Change"
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
        "operationId": "takeChanges",
        "description": "Takes what a vendor or a CI step sends, in its own form. 202 once it is durable. The credential is an external-access token, or the vendor's signature over the raw body.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            },
            "description": "Adapter: `ci`, `cdevents`, `github`, `gitlab`, `argocd`, …"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "*/*": {
              "schema": {}
            }
          }
        },
        "responses": {
          "202": {
            "description": "Durable",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeReceipt"
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
    "/v1/sources": {
      "get": {
        "operationId": "listSources",
        "description": "Sources, adapters and drivers, and how they do.",
        "responses": {
          "200": {
            "description": "All",
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
                        "$ref": "#/components/schemas/SourceStatus"
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
    "/v1/deployments": {
      "get": {
        "operationId": "listDeployments",
        "description": "History of an entity, the latest first.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true,
            "required": true
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "outcome",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/Outcome"
              },
              "maxItems": 5
            }
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
                  "$ref": "#/components/schemas/DeploymentPage"
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
    "/v1/deployments/{id}": {
      "get": {
        "operationId": "getDeployment",
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
            "description": "The deployment",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Deployment"
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
    "/v1/lanes": {
      "get": {
        "operationId": "listLanes",
        "description": "Environments of an entity with what runs there.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true,
            "required": true
          }
        ],
        "responses": {
          "200": {
            "description": "By environment",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Lanes"
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
    "/v1/overview": {
      "get": {
        "operationId": "readOverview",
        "description": "Entities and environments of the organisation, the worst first; of those that do as badly the latest change.",
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
            "name": "system",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "running",
                "failing",
                "rolled-back"
              ]
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
                  "$ref": "#/components/schemas/Overview"
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
    "/v1/rollbacks/plan": {
      "post": {
        "operationId": "planRollback",
        "description": "What a rollback would do. Changes nothing; a plan is good for 15 minutes.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PlanRequest"
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
                  "$ref": "#/components/schemas/RollbackPlan"
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
    "/v1/rollbacks/plan/{id}": {
      "get": {
        "operationId": "getRollbackPlan",
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
            "description": "The plan",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RollbackPlan"
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
    "/v1/rollbacks": {
      "get": {
        "operationId": "listRollbacks",
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
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/RollbackState"
              },
              "maxItems": 10
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
                  "$ref": "#/components/schemas/RollbackPage"
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
        "operationId": "requestRollback",
        "description": "Asks for what a plan says; it begins at once, or once somebody else approves.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RollbackRequest"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Asked for; the same plan again gives the same rollback",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RollbackDetail"
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
    "/v1/rollbacks/{id}": {
      "get": {
        "operationId": "getRollback",
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
            "description": "The rollback",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RollbackDetail"
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
    "/v1/rollbacks/{id}/journal": {
      "get": {
        "operationId": "readRollbackJournal",
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
    "/v1/rollbacks/{id}/decision": {
      "post": {
        "operationId": "decideRollback",
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
                  "$ref": "#/components/schemas/RollbackDetail"
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
    "/v1/rollbacks/{id}/cancel": {
      "post": {
        "operationId": "cancelRollback",
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
                "$ref": "#/components/schemas/CancelRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Will stop before its next effect",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RollbackDetail"
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
    "/v1/rollouts": {
      "get": {
        "operationId": "listRollouts",
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
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
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
                  "$ref": "#/components/schemas/RolloutPage"
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
        "operationId": "startRollout",
        "description": "Ships an image by a strategy.",
        "parameters": [
          {
            "name": "idempotency-key",
            "in": "header",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RolloutRequest"
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
                  "$ref": "#/components/schemas/Rollout"
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
    "/v1/rollouts/{id}": {
      "get": {
        "operationId": "getRollout",
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
            "description": "The rollout",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Rollout"
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
    "/v1/rollouts/{id}/actions": {
      "post": {
        "operationId": "actOnRollout",
        "description": "Drives it: one of the actions that it lists as its controls.",
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
                "$ref": "#/components/schemas/RolloutActionRequest"
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
                  "$ref": "#/components/schemas/Rollout"
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
    "/v1/rollouts/{id}/decision": {
      "post": {
        "operationId": "decideRollout",
        "description": "By somebody other than who asked, where a rollout waits for approval.",
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
                  "$ref": "#/components/schemas/Rollout"
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
    "/v1/watches": {
      "get": {
        "operationId": "listWatches",
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
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "watching",
                  "passed",
                  "failed",
                  "inconclusive",
                  "cancelled"
                ]
              },
              "maxItems": 5
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
                  "$ref": "#/components/schemas/WatchPage"
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
    "/v1/watches/{id}": {
      "get": {
        "operationId": "getWatch",
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
            "description": "The watch with its readings",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Watch"
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
    "/v1/watches/{id}/cancel": {
      "post": {
        "operationId": "cancelWatch",
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
                "$ref": "#/components/schemas/CancelRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Over",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Watch"
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
    "/v1/gate": {
      "get": {
        "operationId": "getGate",
        "description": "May this version go out there now?",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true,
            "required": true
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "version",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 200
            },
            "allowReserved": true
          },
          {
            "name": "purpose",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "deploy",
                "rollback"
              ],
              "default": "deploy"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The verdict",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Gate"
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
    "/v1/gate/keys": {
      "get": {
        "operationId": "getGateKeys",
        "description": "Public keys of the signatures. Open to everybody.",
        "responses": {
          "200": {
            "description": "Keys",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "description": "JSON Web Key Set",
                  "required": [
                    "keys"
                  ],
                  "properties": {
                    "keys": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "description": "JWK",
                        "additionalProperties": true
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
    "/v1/gate/flagger/{id}": {
      "post": {
        "operationId": "answerFlagger",
        "description": "Flagger's webhooks: confirm-rollout, confirm-promotion, rollback, event. 200 goes on, 403 holds.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "enum": [
                "confirm-rollout",
                "confirm-promotion",
                "rollback",
                "event"
              ]
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "description": "As Flagger sends it.",
                "additionalProperties": true
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Go on",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "description": "Flagger looks at the status alone.",
                  "additionalProperties": true
                }
              }
            }
          },
          "403": {
            "description": "Hold",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "description": "The verdict, or why the caller may not ask.",
                  "additionalProperties": true
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
    "/v1/gate/overrides": {
      "get": {
        "operationId": "listOverrides",
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
            "name": "all",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those in force, or all",
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
                        "$ref": "#/components/schemas/Override"
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
      "post": {
        "operationId": "overrideGate",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OverrideRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "In force",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Override"
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
    "/v1/gate/overrides/{id}": {
      "delete": {
        "operationId": "revokeOverride",
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
          "204": {
            "description": "Revoked"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/gate/approvals": {
      "get": {
        "operationId": "listReleaseApprovals",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true,
            "required": true
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "version",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 200
            },
            "allowReserved": true
          }
        ],
        "responses": {
          "200": {
            "description": "Of the entity",
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
                        "$ref": "#/components/schemas/ReleaseApproval"
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
      "post": {
        "operationId": "approveRelease",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReleaseApprovalRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Approved",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReleaseApproval"
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
    "/v1/gate/approvals/{id}": {
      "delete": {
        "operationId": "revokeReleaseApproval",
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
          "204": {
            "description": "Revoked"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/gate/evaluations": {
      "get": {
        "operationId": "listEvaluations",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true,
            "required": true
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
          }
        ],
        "responses": {
          "200": {
            "description": "The latest first",
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
                        "$ref": "#/components/schemas/Evaluation"
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
      "post": {
        "operationId": "recordEvaluation",
        "description": "Sent by the pipeline that evaluated a version.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/EvaluationRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Recorded",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Evaluation"
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
    "/v1/freezes": {
      "get": {
        "operationId": "listFreezes",
        "parameters": [
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
            "description": "Those that are not over",
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
                        "$ref": "#/components/schemas/Freeze"
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
      "post": {
        "operationId": "createFreeze",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FreezeRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Planned",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Freeze"
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
    "/v1/freezes/{id}": {
      "delete": {
        "operationId": "deleteFreeze",
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
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/dora": {
      "get": {
        "operationId": "readDora",
        "description": "Of an entity, a team, a system or the organisation.",
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
            "name": "system",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
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
                  "$ref": "#/components/schemas/Dora"
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
    "/v1/dora.csv": {
      "get": {
        "operationId": "exportDora",
        "description": "The deployments that the metrics count, one a row.",
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
            "name": "system",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 300
            },
            "allowReserved": true
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
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
            "description": "CSV",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
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
        "description": "As Backstage writes errors.",
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
          }
        }
      },
      "ChangeKind": {
        "type": "string",
        "enum": [
          "deployment",
          "rollback",
          "config",
          "flag",
          "scale",
          "other"
        ]
      },
      "Outcome": {
        "type": "string",
        "enum": [
          "running",
          "succeeded",
          "failed",
          "cancelled",
          "unknown"
        ]
      },
      "Strategy": {
        "type": "string",
        "enum": [
          "rolling",
          "recreate",
          "blue-green",
          "canary",
          "ab",
          "unknown"
        ]
      },
      "Starter": {
        "type": "object",
        "description": "Who or what began it.",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "person",
              "pipeline",
              "controller",
              "policy",
              "ghostlight",
              "unknown"
            ]
          },
          "name": {
            "type": "string",
            "description": "A name or a user ref; untrusted text."
          }
        }
      },
      "ChangedValue": {
        "type": "object",
        "description": "One thing that is different.",
        "required": [
          "kind",
          "label"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "image",
              "env",
              "resources",
              "replicas",
              "config",
              "command",
              "strategy",
              "other"
            ]
          },
          "label": {
            "type": "string",
            "description": "For people: `image of app`, `env FEATURE_X`."
          },
          "path": {
            "type": "string",
            "description": "JSON pointer in the platform object."
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          }
        }
      },
      "Change": {
        "type": "object",
        "description": "What went out or was switched, as last reported.",
        "required": [
          "id",
          "kind",
          "title",
          "environment",
          "strategy",
          "startedAt",
          "outcome",
          "startedBy",
          "source"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "The same for all reports of one change."
          },
          "kind": {
            "$ref": "#/components/schemas/ChangeKind"
          },
          "title": {
            "type": "string"
          },
          "entityRef": {
            "type": "string",
            "description": "Left out while no entity is known for it."
          },
          "environment": {
            "type": "string",
            "description": "`production` where the sender names none and none is configured."
          },
          "version": {
            "type": "string"
          },
          "previousVersion": {
            "type": "string"
          },
          "commit": {
            "type": "string"
          },
          "commitAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the commit was made."
          },
          "author": {
            "type": "string"
          },
          "pullRequest": {
            "type": "string",
            "description": "Address."
          },
          "imageDigest": {
            "type": "string"
          },
          "strategy": {
            "$ref": "#/components/schemas/Strategy"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "outcome": {
            "$ref": "#/components/schemas/Outcome"
          },
          "startedBy": {
            "$ref": "#/components/schemas/Starter"
          },
          "source": {
            "type": "string",
            "description": "Source or adapter that told: `kubernetes`."
          },
          "url": {
            "type": "string",
            "description": "Where the sender shows it."
          },
          "values": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ChangedValue"
            }
          },
          "rollbackOf": {
            "type": "string",
            "description": "Id of the deployment that it undid."
          },
          "rollbackId": {
            "type": "string",
            "description": "The rollback of this plugin that made it."
          }
        }
      },
      "FeedEntry": {
        "type": "object",
        "description": "One report: what was known of a change when it came in.",
        "required": [
          "seq",
          "recordedAt",
          "change"
        ],
        "properties": {
          "seq": {
            "type": "integer",
            "description": "Place in the feed; grows without a reader ever missing one."
          },
          "recordedAt": {
            "type": "string",
            "format": "date-time"
          },
          "change": {
            "$ref": "#/components/schemas/Change"
          }
        }
      },
      "Feed": {
        "type": "object",
        "description": "A piece of the feed, oldest first.",
        "required": [
          "items",
          "last",
          "more"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FeedEntry"
            }
          },
          "last": {
            "type": "integer",
            "description": "Pass as `after` to go on."
          },
          "more": {
            "type": "boolean",
            "description": "Whether there is more now."
          },
          "from": {
            "type": "integer",
            "description": "The first place that is still there; who reads on from further back has missed what was forgotten."
          }
        }
      },
      "ChangePage": {
        "type": "object",
        "description": "Changes, the latest first, each once.",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Change"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "IntakeReceipt": {
        "type": "object",
        "description": "What became of a delivery.",
        "required": [
          "accepted",
          "rejected",
          "duplicate"
        ],
        "properties": {
          "accepted": {
            "type": "integer"
          },
          "rejected": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "reason"
              ],
              "properties": {
                "field": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          },
          "duplicate": {
            "type": "boolean",
            "description": "Whether this delivery was there already."
          }
        }
      },
      "Target": {
        "type": "object",
        "description": "A thing on a platform that runs an entity in an environment.",
        "required": [
          "driver",
          "ref",
          "title"
        ],
        "properties": {
          "driver": {
            "type": "string",
            "description": "`kubernetes`"
          },
          "ref": {
            "type": "string",
            "description": "Address within the driver: `prod/shop/deployments/payments`."
          },
          "title": {
            "type": "string"
          }
        }
      },
      "Spent": {
        "type": "object",
        "description": "Error budget spent while it was the active version, from the slo plugin.",
        "required": [
          "minutes",
          "asOf",
          "objectives"
        ],
        "properties": {
          "minutes": {
            "type": "number",
            "description": "Of the objective that it cost most, measured by its budget."
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          },
          "objectives": {
            "type": "array",
            "description": "Each that it spent budget of, what it cost most first.",
            "items": {
              "type": "object",
              "required": [
                "ref",
                "title",
                "minutes",
                "share"
              ],
              "properties": {
                "ref": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "minutes": {
                  "type": "number"
                },
                "share": {
                  "type": "number",
                  "description": "Of the whole budget, 0 to 1 and beyond."
                }
              }
            }
          }
        }
      },
      "FailureCause": {
        "type": "object",
        "description": "Why a deployment counts as a failed change.",
        "required": [
          "kind",
          "said"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "rollback",
              "incident",
              "budget",
              "failed",
              "watch"
            ]
          },
          "ref": {
            "type": "string",
            "description": "Id of the rollback, incident or watch."
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "WatchBrief": {
        "type": "object",
        "required": [
          "id",
          "state",
          "said"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "watching",
              "passed",
              "failed",
              "inconclusive",
              "cancelled"
            ]
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "Deployment": {
        "type": "object",
        "description": "A deployment or rollback in the history of an entity and environment.",
        "required": [
          "id",
          "kind",
          "title",
          "environment",
          "strategy",
          "startedAt",
          "outcome",
          "startedBy",
          "source",
          "active",
          "failedBecause",
          "incidentIds"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "The same for all reports of one change."
          },
          "kind": {
            "$ref": "#/components/schemas/ChangeKind"
          },
          "title": {
            "type": "string"
          },
          "entityRef": {
            "type": "string",
            "description": "Left out while no entity is known for it."
          },
          "environment": {
            "type": "string",
            "description": "`production` where the sender names none and none is configured."
          },
          "version": {
            "type": "string"
          },
          "previousVersion": {
            "type": "string"
          },
          "commit": {
            "type": "string"
          },
          "commitAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the commit was made."
          },
          "author": {
            "type": "string"
          },
          "pullRequest": {
            "type": "string",
            "description": "Address."
          },
          "imageDigest": {
            "type": "string"
          },
          "strategy": {
            "$ref": "#/components/schemas/Strategy"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "outcome": {
            "$ref": "#/components/schemas/Outcome"
          },
          "startedBy": {
            "$ref": "#/components/schemas/Starter"
          },
          "source": {
            "type": "string",
            "description": "Source or adapter that told: `kubernetes`."
          },
          "url": {
            "type": "string",
            "description": "Where the sender shows it."
          },
          "values": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ChangedValue"
            }
          },
          "activeFrom": {
            "type": "string",
            "format": "date-time",
            "description": "Since when it was the version that runs."
          },
          "activeUntil": {
            "type": "string",
            "format": "date-time"
          },
          "active": {
            "type": "boolean"
          },
          "tookSeconds": {
            "type": "number"
          },
          "target": {
            "$ref": "#/components/schemas/Target"
          },
          "rollbackOf": {
            "type": "string",
            "description": "Id of the deployment that it undid."
          },
          "rolledBackBy": {
            "type": "string",
            "description": "Id of the change that undid it."
          },
          "rollbackId": {
            "type": "string",
            "description": "The rollback of this plugin that made it."
          },
          "spent": {
            "$ref": "#/components/schemas/Spent"
          },
          "failedBecause": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FailureCause"
            },
            "description": "Empty as long as it counts as good."
          },
          "watch": {
            "$ref": "#/components/schemas/WatchBrief"
          },
          "incidentIds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "DeploymentPage": {
        "type": "object",
        "description": "The latest first.",
        "required": [
          "items",
          "total"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Deployment"
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
      "RolloutBrief": {
        "type": "object",
        "required": [
          "id",
          "strategy",
          "engine",
          "state",
          "step",
          "steps",
          "said"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "strategy": {
            "$ref": "#/components/schemas/Strategy"
          },
          "engine": {
            "type": "string",
            "enum": [
              "ghostlight",
              "argo-rollouts",
              "flagger"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/RolloutState"
          },
          "step": {
            "type": "integer",
            "description": "From 1."
          },
          "steps": {
            "type": "integer"
          },
          "weight": {
            "type": "number",
            "description": "Per cent of the traffic."
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "Lane": {
        "type": "object",
        "description": "An environment of an entity: what runs there and what is going on.",
        "required": [
          "environment",
          "targets",
          "mayRollBack"
        ],
        "properties": {
          "environment": {
            "type": "string"
          },
          "targets": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Target"
            }
          },
          "current": {
            "$ref": "#/components/schemas/Deployment"
          },
          "running": {
            "$ref": "#/components/schemas/Deployment"
          },
          "lastGood": {
            "$ref": "#/components/schemas/Deployment"
          },
          "rollout": {
            "$ref": "#/components/schemas/RolloutBrief"
          },
          "rollback": {
            "type": "object",
            "required": [
              "id",
              "state"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "state": {
                "$ref": "#/components/schemas/RollbackState"
              }
            }
          },
          "gate": {
            "type": "object",
            "required": [
              "verdict",
              "said"
            ],
            "properties": {
              "verdict": {
                "$ref": "#/components/schemas/Verdict"
              },
              "said": {
                "$ref": "#/components/schemas/Sentence"
              }
            }
          },
          "mayRollBack": {
            "$ref": "#/components/schemas/May"
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
      "Lanes": {
        "type": "object",
        "required": [
          "entityRef",
          "items",
          "missing",
          "asOf"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Lane"
            }
          },
          "missing": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            },
            "description": "What could not be asked, and why."
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Overview": {
        "type": "object",
        "description": "Entities with their current version, those first whose version counts as failed, then those that are being changed.",
        "required": [
          "items",
          "total",
          "counts"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "entityRef",
                "environment",
                "deployments30d",
                "failures30d"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "owner": {
                  "type": "string"
                },
                "environment": {
                  "type": "string"
                },
                "current": {
                  "$ref": "#/components/schemas/Deployment"
                },
                "running": {
                  "$ref": "#/components/schemas/Deployment"
                },
                "rollback": {
                  "type": "object",
                  "required": [
                    "id",
                    "state"
                  ],
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "state": {
                      "$ref": "#/components/schemas/RollbackState"
                    }
                  }
                },
                "deployments30d": {
                  "type": "integer"
                },
                "failures30d": {
                  "type": "integer"
                }
              }
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "total": {
            "type": "integer"
          },
          "counts": {
            "type": "object",
            "required": [
              "entities",
              "deployedToday",
              "running",
              "failing",
              "rollbacks30d"
            ],
            "properties": {
              "entities": {
                "type": "integer"
              },
              "deployedToday": {
                "type": "integer"
              },
              "running": {
                "type": "integer"
              },
              "failing": {
                "type": "integer",
                "description": "Active versions that count as failed."
              },
              "rollbacks30d": {
                "type": "integer"
              }
            }
          }
        }
      },
      "Verdict": {
        "type": "string",
        "enum": [
          "allow",
          "warn",
          "deny",
          "unknown"
        ]
      },
      "CheckVerdict": {
        "type": "string",
        "enum": [
          "pass",
          "warn",
          "fail",
          "unknown",
          "off"
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
      "GateCheck": {
        "type": "object",
        "description": "One question of the gate.",
        "required": [
          "id",
          "title",
          "verdict",
          "said",
          "evidence"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "budget, incidents, freeze, approvals, findings, evaluation, dependencies, or one of a module."
          },
          "title": {
            "type": "string"
          },
          "verdict": {
            "$ref": "#/components/schemas/CheckVerdict"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "howToPass": {
            "$ref": "#/components/schemas/Sentence"
          },
          "evidence": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Evidence"
            }
          }
        }
      },
      "Gate": {
        "type": "object",
        "description": "May it go out?",
        "required": [
          "entityRef",
          "environment",
          "purpose",
          "verdict",
          "said",
          "checks",
          "asOf",
          "expiresAt"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "purpose": {
            "type": "string",
            "enum": [
              "deploy",
              "rollback"
            ]
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GateCheck"
            }
          },
          "override": {
            "$ref": "#/components/schemas/Override"
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time",
            "description": "The signature is worth nothing after it."
          },
          "signature": {
            "type": "string",
            "description": "Compact JWS (ES256) over entityRef, environment, version, verdict and times; keys at /v1/gate/keys."
          }
        }
      },
      "Override": {
        "type": "object",
        "description": "Somebody let it out in spite of the gate, until then.",
        "required": [
          "id",
          "entityRef",
          "environment",
          "reason",
          "by",
          "at",
          "until"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "version": {
            "type": "string",
            "description": "All versions when left out."
          },
          "reason": {
            "type": "string"
          },
          "by": {
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
          "revokedAt": {
            "type": "string",
            "format": "date-time"
          },
          "revokedBy": {
            "type": "string"
          }
        }
      },
      "OverrideRequest": {
        "type": "object",
        "required": [
          "entityRef",
          "environment",
          "reason",
          "until"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "environment": {
            "type": "string",
            "maxLength": 60
          },
          "version": {
            "type": "string",
            "maxLength": 200
          },
          "reason": {
            "type": "string",
            "maxLength": 1000,
            "minLength": 5
          },
          "until": {
            "type": "string",
            "format": "date-time",
            "description": "At most seven days ahead."
          }
        },
        "additionalProperties": false
      },
      "Freeze": {
        "type": "object",
        "description": "Nothing goes out from then until then.",
        "required": [
          "id",
          "title",
          "from",
          "until",
          "environments",
          "entityRefs",
          "owners",
          "source"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "All when empty."
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "source": {
            "type": "string",
            "enum": [
              "portal",
              "config"
            ]
          },
          "by": {
            "type": "string"
          }
        }
      },
      "FreezeRequest": {
        "type": "object",
        "required": [
          "title",
          "from",
          "until"
        ],
        "properties": {
          "title": {
            "type": "string",
            "maxLength": 200,
            "minLength": 1
          },
          "reason": {
            "type": "string",
            "maxLength": 1000
          },
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 60
            },
            "maxItems": 20
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 300
            },
            "maxItems": 200
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 300
            },
            "maxItems": 50
          }
        },
        "additionalProperties": false
      },
      "ReleaseApproval": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "environment",
          "version",
          "by",
          "at"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "version": {
            "type": "string"
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
          },
          "revokedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "ReleaseApprovalRequest": {
        "type": "object",
        "required": [
          "entityRef",
          "environment",
          "version"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "environment": {
            "type": "string",
            "maxLength": 60
          },
          "version": {
            "type": "string",
            "maxLength": 200,
            "minLength": 1
          },
          "comment": {
            "type": "string",
            "maxLength": 1000
          }
        },
        "additionalProperties": false
      },
      "Evaluation": {
        "type": "object",
        "description": "How a version did in an evaluation of its model.",
        "required": [
          "id",
          "entityRef",
          "version",
          "suite",
          "passed",
          "total",
          "at"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "suite": {
            "type": "string"
          },
          "passed": {
            "type": "integer"
          },
          "total": {
            "type": "integer"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "url": {
            "type": "string"
          }
        }
      },
      "EvaluationRequest": {
        "type": "object",
        "required": [
          "entityRef",
          "version",
          "suite",
          "passed",
          "total"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "version": {
            "type": "string",
            "maxLength": 200,
            "minLength": 1
          },
          "suite": {
            "type": "string",
            "maxLength": 100,
            "minLength": 1
          },
          "passed": {
            "type": "integer",
            "minimum": 0
          },
          "total": {
            "type": "integer",
            "minimum": 1
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "url": {
            "type": "string",
            "maxLength": 2000
          }
        },
        "additionalProperties": false
      },
      "VersionRef": {
        "type": "object",
        "description": "A version that can be gone to.",
        "required": [
          "version"
        ],
        "properties": {
          "version": {
            "type": "string"
          },
          "revision": {
            "type": "string",
            "description": "On the platform, pinned."
          },
          "deploymentId": {
            "type": "string"
          },
          "deployedAt": {
            "type": "string",
            "format": "date-time"
          },
          "activeSeconds": {
            "type": "number"
          },
          "outcome": {
            "$ref": "#/components/schemas/Outcome"
          },
          "commit": {
            "type": "string"
          },
          "good": {
            "type": "boolean",
            "description": "Was active without counting as failed."
          }
        }
      },
      "PlanLane": {
        "type": "object",
        "description": "A way to do it.",
        "required": [
          "id",
          "title",
          "lasts",
          "said",
          "available",
          "recommended",
          "steps"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "`kubernetes`, `argocd`, `revert-pull-request`, …"
          },
          "title": {
            "type": "string"
          },
          "titleSaid": {
            "$ref": "#/components/schemas/Sentence"
          },
          "lasts": {
            "type": "boolean",
            "description": "Whether nobody undoes it by itself."
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "available": {
            "type": "boolean"
          },
          "unavailable": {
            "$ref": "#/components/schemas/Sentence"
          },
          "recommended": {
            "type": "boolean"
          },
          "steps": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title",
                "reversible"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "titleSaid": {
                  "$ref": "#/components/schemas/Sentence"
                },
                "reversible": {
                  "type": "boolean"
                }
              }
            }
          }
        }
      },
      "Undoer": {
        "type": "object",
        "description": "What might undo the undo.",
        "required": [
          "name",
          "effect",
          "said"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "Argo CD auto-sync"
          },
          "effect": {
            "type": "string",
            "enum": [
              "none",
              "paused-by-plan",
              "undoes"
            ]
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "RollbackPlan": {
        "type": "object",
        "description": "What a rollback would do. Nothing has been changed.",
        "required": [
          "id",
          "entityRef",
          "environment",
          "target",
          "from",
          "to",
          "candidates",
          "values",
          "oneWay",
          "undoers",
          "gate",
          "lanes",
          "approval",
          "refusals",
          "incidentIds",
          "may",
          "verification",
          "asOf",
          "expiresAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "target": {
            "$ref": "#/components/schemas/Target"
          },
          "from": {
            "$ref": "#/components/schemas/VersionRef"
          },
          "to": {
            "$ref": "#/components/schemas/VersionRef"
          },
          "candidates": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/VersionRef"
            },
            "description": "Other versions to go to, the latest first."
          },
          "values": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ChangedValue"
            }
          },
          "diff": {
            "type": "string",
            "description": "Unified diff of the platform object."
          },
          "oneWay": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            },
            "description": "What will not come back."
          },
          "undoers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Undoer"
            }
          },
          "gate": {
            "$ref": "#/components/schemas/Gate"
          },
          "lanes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanLane"
            }
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
              },
              "onCall": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Those of them who are on call."
              }
            }
          },
          "refusals": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            },
            "description": "Why it cannot be applied as things stand: paused, no permission on the platform, already there."
          },
          "incidentIds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "may": {
            "$ref": "#/components/schemas/May"
          },
          "verification": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            },
            "description": "What is looked at afterwards, for how long."
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "PlanRequest": {
        "type": "object",
        "required": [
          "entityRef"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "environment": {
            "type": "string",
            "maxLength": 60,
            "description": "Production by default."
          },
          "target": {
            "type": "string",
            "maxLength": 400,
            "description": "Ref of the target, where an environment has several."
          },
          "toDeploymentId": {
            "type": "string",
            "maxLength": 60
          },
          "toRevision": {
            "type": "string",
            "maxLength": 100
          },
          "incidentId": {
            "type": "string",
            "maxLength": 30
          }
        },
        "additionalProperties": false
      },
      "RollbackRequest": {
        "type": "object",
        "required": [
          "planId",
          "lane",
          "reason"
        ],
        "properties": {
          "planId": {
            "type": "string",
            "maxLength": 60
          },
          "lane": {
            "type": "string",
            "maxLength": 60
          },
          "reason": {
            "type": "string",
            "maxLength": 1000,
            "minLength": 5
          },
          "incidentId": {
            "type": "string",
            "maxLength": 30
          },
          "dryRun": {
            "type": "boolean",
            "description": "Asks the platform whether it would take it; changes nothing."
          }
        },
        "additionalProperties": false
      },
      "RollbackState": {
        "type": "string",
        "enum": [
          "waiting-approval",
          "running",
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
      "RunStep": {
        "type": "object",
        "required": [
          "id",
          "title",
          "kind",
          "state"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "titleSaid": {
            "$ref": "#/components/schemas/Sentence"
          },
          "kind": {
            "type": "string",
            "enum": [
              "effect",
              "check"
            ]
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
          "progress": {
            "type": "string"
          },
          "error": {
            "type": "string"
          },
          "result": {
            "type": "object",
            "description": "What it resulted in.",
            "additionalProperties": true
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
      "SliReading": {
        "type": "object",
        "description": "An indicator before and since.",
        "required": [
          "name",
          "unit"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "unit": {
            "type": "string",
            "enum": [
              "ratio",
              "seconds",
              "per-second"
            ]
          },
          "before": {
            "type": "number"
          },
          "worst": {
            "type": "number"
          },
          "now": {
            "type": "number"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "good": {
            "type": "boolean"
          }
        }
      },
      "Rollback": {
        "type": "object",
        "description": "A rollback that was asked for.",
        "required": [
          "id",
          "state",
          "entityRef",
          "environment",
          "from",
          "to",
          "lane",
          "reason",
          "dryRun",
          "requestedBy",
          "requestedAt",
          "said"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "RB-0007"
          },
          "state": {
            "$ref": "#/components/schemas/RollbackState"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "from": {
            "$ref": "#/components/schemas/VersionRef"
          },
          "to": {
            "$ref": "#/components/schemas/VersionRef"
          },
          "lane": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "dryRun": {
            "type": "boolean"
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "type": "string",
            "format": "date-time"
          },
          "automatic": {
            "type": "object",
            "required": [
              "watchId"
            ],
            "properties": {
              "watchId": {
                "type": "string"
              }
            }
          },
          "incidentId": {
            "type": "string"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "RollbackDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Rollback"
          },
          {
            "type": "object",
            "required": [
              "plan",
              "steps",
              "readings",
              "ledger",
              "may"
            ],
            "properties": {
              "plan": {
                "$ref": "#/components/schemas/RollbackPlan"
              },
              "steps": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/RunStep"
                }
              },
              "ifCancelled": {
                "type": "array",
                "description": "What would be taken back if it were cancelled now.",
                "items": {
                  "$ref": "#/components/schemas/Sentence"
                }
              },
              "approval": {
                "type": "object",
                "required": [
                  "state",
                  "until"
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
              "readings": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/SliReading"
                }
              },
              "ledger": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/LedgerEntry"
                }
              },
              "deploymentId": {
                "type": "string",
                "description": "The deployment that it became."
              },
              "may": {
                "type": "object",
                "required": [
                  "approve",
                  "cancel"
                ],
                "properties": {
                  "approve": {
                    "$ref": "#/components/schemas/May"
                  },
                  "cancel": {
                    "$ref": "#/components/schemas/May"
                  }
                }
              }
            }
          }
        ]
      },
      "RollbackPage": {
        "type": "object",
        "description": "The latest first.",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Rollback"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
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
      "CancelRequest": {
        "type": "object",
        "required": [
          "reason"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "maxLength": 1000,
            "minLength": 1
          }
        },
        "additionalProperties": false
      },
      "RolloutState": {
        "type": "string",
        "enum": [
          "waiting-approval",
          "running",
          "paused",
          "promoting",
          "aborting",
          "succeeded",
          "rolled-back",
          "failed",
          "cancelled",
          "unknown"
        ]
      },
      "RolloutStep": {
        "type": "object",
        "required": [
          "id",
          "title",
          "state"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "weight": {
            "type": "number",
            "description": "Per cent."
          },
          "seconds": {
            "type": "number",
            "description": "How long it is watched."
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
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "progress": {
            "type": "string"
          },
          "error": {
            "type": "string"
          }
        }
      },
      "Comparison": {
        "type": "object",
        "description": "The new version beside the old one, by a metric or an objective. Of an objective the values and the threshold are burn rates, and n counts what the objective counts.",
        "required": [
          "title",
          "verdict",
          "said",
          "at"
        ],
        "properties": {
          "metric": {
            "$ref": "#/components/schemas/MetricName"
          },
          "objective": {
            "$ref": "#/components/schemas/JudgedObjective"
          },
          "title": {
            "type": "string"
          },
          "verdict": {
            "type": "string",
            "enum": [
              "pass",
              "fail",
              "undecided",
              "no-data"
            ]
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "canary": {
            "type": "object",
            "required": [
              "n"
            ],
            "properties": {
              "value": {
                "type": "number"
              },
              "n": {
                "type": "integer"
              }
            }
          },
          "baseline": {
            "type": "object",
            "required": [
              "n"
            ],
            "properties": {
              "value": {
                "type": "number"
              },
              "n": {
                "type": "integer"
              }
            }
          },
          "threshold": {
            "type": "number"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "JudgedObjective": {
        "type": "object",
        "description": "An objective of the slo family by whose burn rate something is judged.",
        "required": [
          "ref",
          "title"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "entityRef": {
            "type": "string",
            "description": "What it measures, once that is known."
          }
        }
      },
      "MetricName": {
        "type": "string",
        "enum": [
          "error_rate",
          "latency_p95",
          "throughput",
          "cpu",
          "memory",
          "llm_quality_score"
        ]
      },
      "StrategySpec": {
        "type": "object",
        "description": "How to go out. What is left out has the default of its strategy.",
        "required": [
          "type"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "rolling",
              "recreate",
              "blue-green",
              "canary",
              "ab"
            ]
          },
          "steps": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "weight",
                "seconds"
              ],
              "properties": {
                "weight": {
                  "type": "number",
                  "minimum": 0,
                  "maximum": 100
                },
                "seconds": {
                  "type": "number",
                  "minimum": 0,
                  "maximum": 86400
                }
              }
            },
            "maxItems": 20
          },
          "header": {
            "type": "object",
            "description": "Of A/B.",
            "required": [
              "name",
              "value"
            ],
            "properties": {
              "name": {
                "type": "string",
                "maxLength": 100
              },
              "value": {
                "type": "string",
                "maxLength": 200
              }
            }
          },
          "watchSeconds": {
            "type": "number",
            "description": "After the switch of blue-green.",
            "minimum": 0,
            "maximum": 86400
          },
          "gates": {
            "type": "array",
            "description": "Each holds the version to a metric, with max or min, or to an objective.",
            "items": {
              "type": "object",
              "properties": {
                "metric": {
                  "$ref": "#/components/schemas/MetricName"
                },
                "max": {
                  "type": "number"
                },
                "min": {
                  "type": "number"
                },
                "objective": {
                  "type": "string",
                  "description": "Ref of an objective of the slo family, `slo:default/payments-availability`.",
                  "maxLength": 300
                },
                "maxBurnRate": {
                  "type": "number",
                  "description": "Of an objective. How many times as fast as the target allows its budget may be spent; 14.4 by default."
                }
              }
            },
            "maxItems": 10
          },
          "automaticRollback": {
            "type": "boolean"
          }
        },
        "additionalProperties": false
      },
      "Rollout": {
        "type": "object",
        "description": "A version on its way out.",
        "required": [
          "id",
          "entityRef",
          "environment",
          "engine",
          "strategy",
          "state",
          "version",
          "startedAt",
          "steps",
          "analysis",
          "controls",
          "said",
          "falseRollbackBound"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "engine": {
            "type": "string",
            "enum": [
              "ghostlight",
              "argo-rollouts",
              "flagger"
            ]
          },
          "strategy": {
            "$ref": "#/components/schemas/StrategySpec"
          },
          "state": {
            "$ref": "#/components/schemas/RolloutState"
          },
          "version": {
            "type": "string"
          },
          "previousVersion": {
            "type": "string"
          },
          "weight": {
            "type": "number"
          },
          "requestedBy": {
            "type": "string"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RolloutStep"
            }
          },
          "analysis": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Comparison"
            }
          },
          "controls": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "action",
                "may"
              ],
              "properties": {
                "action": {
                  "$ref": "#/components/schemas/RolloutAction"
                },
                "may": {
                  "$ref": "#/components/schemas/May"
                }
              }
            }
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "falseRollbackBound": {
            "type": "number",
            "description": "Share of healthy versions that the test would send back, at most."
          },
          "approval": {
            "type": "object",
            "description": "Of one that somebody else had to agree to, or has to; only where one rollout is asked for.",
            "required": [
              "state",
              "until",
              "may"
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
              "by": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "comment": {
                "type": "string"
              },
              "may": {
                "$ref": "#/components/schemas/May"
              }
            }
          }
        }
      },
      "RolloutPage": {
        "type": "object",
        "description": "The latest first.",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Rollout"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "RolloutAction": {
        "type": "string",
        "enum": [
          "promote",
          "promote-fully",
          "pause",
          "resume",
          "abort",
          "retry"
        ]
      },
      "RolloutRequest": {
        "type": "object",
        "required": [
          "entityRef",
          "image"
        ],
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "environment": {
            "type": "string",
            "maxLength": 60
          },
          "target": {
            "type": "string",
            "maxLength": 400
          },
          "image": {
            "type": "string",
            "maxLength": 500,
            "minLength": 1,
            "description": "Image of the new version with tag or digest."
          },
          "version": {
            "type": "string",
            "maxLength": 200
          },
          "strategy": {
            "$ref": "#/components/schemas/StrategySpec"
          },
          "reason": {
            "type": "string",
            "maxLength": 1000
          }
        },
        "additionalProperties": false
      },
      "RolloutActionRequest": {
        "type": "object",
        "required": [
          "action"
        ],
        "properties": {
          "action": {
            "$ref": "#/components/schemas/RolloutAction"
          },
          "reason": {
            "type": "string",
            "maxLength": 1000
          }
        },
        "additionalProperties": false
      },
      "WatchRule": {
        "type": "object",
        "description": "One of the rules of a watch, of a metric or of an objective (then values are burn rates), and how it stands.",
        "required": [
          "comparison",
          "threshold",
          "forMinutes",
          "severity",
          "state",
          "said",
          "n"
        ],
        "properties": {
          "metric": {
            "$ref": "#/components/schemas/MetricName"
          },
          "objective": {
            "$ref": "#/components/schemas/JudgedObjective"
          },
          "comparison": {
            "type": "string",
            "enum": [
              ">=",
              "<="
            ]
          },
          "threshold": {
            "type": "number"
          },
          "forMinutes": {
            "type": "number"
          },
          "severity": {
            "type": "string",
            "enum": [
              "critical",
              "warning"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "holding",
              "breaking",
              "broken",
              "no-data"
            ]
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "avg": {
            "type": "number"
          },
          "min": {
            "type": "number"
          },
          "max": {
            "type": "number"
          },
          "final": {
            "type": "number"
          },
          "n": {
            "type": "integer",
            "description": "Readings."
          },
          "points": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "at",
                "value"
              ],
              "properties": {
                "at": {
                  "type": "string",
                  "format": "date-time"
                },
                "value": {
                  "type": "number"
                }
              }
            }
          }
        }
      },
      "Watch": {
        "type": "object",
        "description": "What became of a deployment in its first hour.",
        "required": [
          "id",
          "deploymentId",
          "entityRef",
          "environment",
          "state",
          "startedAt",
          "endsAt",
          "rules",
          "said",
          "recommendations",
          "automaticRollback"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "deploymentId": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "watching",
              "passed",
              "failed",
              "inconclusive",
              "cancelled"
            ]
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "endsAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "rules": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WatchRule"
            }
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "recommendations": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            }
          },
          "automaticRollback": {
            "type": "string",
            "enum": [
              "off",
              "plan",
              "apply"
            ]
          },
          "rollbackId": {
            "type": "string"
          },
          "planId": {
            "type": "string"
          }
        }
      },
      "WatchPage": {
        "type": "object",
        "description": "The latest first.",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Watch"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "DoraMetric": {
        "type": "object",
        "required": [
          "unit",
          "n",
          "target",
          "said",
          "definition",
          "trend"
        ],
        "properties": {
          "value": {
            "type": "number",
            "description": "Left out when there is not enough data."
          },
          "unit": {
            "type": "string",
            "enum": [
              "per-day",
              "seconds",
              "ratio"
            ]
          },
          "n": {
            "type": "integer",
            "description": "Deployments or recoveries counted."
          },
          "low": {
            "type": "number",
            "description": "95 % interval."
          },
          "high": {
            "type": "number"
          },
          "median": {
            "type": "number"
          },
          "p90": {
            "type": "number"
          },
          "target": {
            "type": "number"
          },
          "meets": {
            "type": "boolean"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "definition": {
            "$ref": "#/components/schemas/Sentence"
          },
          "trend": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to",
                "n"
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
                "value": {
                  "type": "number"
                },
                "n": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "Dora": {
        "type": "object",
        "description": "The five metrics of DORA since 2024.",
        "required": [
          "scope",
          "from",
          "to",
          "asOf",
          "deploymentFrequency",
          "leadTime",
          "changeFailureRate",
          "recoveryTime",
          "reworkRate",
          "failures",
          "missing"
        ],
        "properties": {
          "scope": {
            "type": "object",
            "required": [
              "environment"
            ],
            "properties": {
              "entityRef": {
                "type": "string"
              },
              "owner": {
                "type": "string"
              },
              "system": {
                "type": "string"
              },
              "environment": {
                "type": "string"
              }
            }
          },
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
          "deploymentFrequency": {
            "$ref": "#/components/schemas/DoraMetric"
          },
          "leadTime": {
            "$ref": "#/components/schemas/DoraMetric"
          },
          "changeFailureRate": {
            "$ref": "#/components/schemas/DoraMetric"
          },
          "recoveryTime": {
            "$ref": "#/components/schemas/DoraMetric"
          },
          "reworkRate": {
            "$ref": "#/components/schemas/DoraMetric"
          },
          "failures": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Deployment"
            },
            "description": "The latest fifty that counted as failed, with why."
          },
          "missing": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            }
          }
        }
      },
      "SourceStatus": {
        "type": "object",
        "required": [
          "id",
          "title",
          "kind",
          "state"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "source",
              "adapter",
              "driver",
              "metrics"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "healthy",
              "failing",
              "idle",
              "unknown"
            ]
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "lastAt": {
            "type": "string",
            "format": "date-time"
          },
          "count24h": {
            "type": "integer"
          }
        }
      }
    }
  }
} as const;
