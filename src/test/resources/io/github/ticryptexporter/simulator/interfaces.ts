// The interfaces of the tiCrypt REST API document: every name, type and optional mark as it has them.

interface DriveInfo {
id: string;
name: string;
owner: string;
capacity: number;
format: string;
noBackup?: boolean;
settings?: object;
writer?: string;
readers: string[];
created: number;
changed?: number;
attached?: number;
writable?: boolean;
poolID?: string;
team?: string;
project?: string;
realmID: string;
diskType?: string;
cache?: string;
io?: string;
state: string;
stateChange?: number;
hasSnapshot: boolean;
}

interface ImageInfo {
id: string;
name?: string;
description?: string;
size?: number;
imageType?: string;
info: LibvirtExtraInfo;
created?: number;
modified?: number;
version?: number;
parent?: string;
limit?: number;
settings?: object;
}

interface LibvirtExtraInfo {
pool: string;
volume: string;
deviceBusType: "scsi" | "virtio";
}

interface VMConfigInfo {
id: string;
vmID?: string;
state: "Stopped" | "Starting" | "Running" | "Suspended" | "Stopping";
owners: string[];
name: string;
description: string;
brick: string;
team?: string;
project?: string;
rwDrives: string[];
roDrives: string[];
mac?: string;
host?: string;
controllerID?: string;
driveSlots: { [key: string]: number };
macOptions: string[];
settings?: object;
}

interface VirtualMachine {
id: string;
name: string;
owner: string;
brick: string;
active: boolean;
pubkey?: PublicKey;
drives: { [key: string]: string };
ip: string;
team?: string;
project?: string;
protocolVer: number;
authedUsers: string[];
managers: string[];
realmID: string;
resources?: HostUsage;
ownerType?: "User" | "VM";
vpn: HostAndPort;
ssh: HostAndPort;
lastPing?: number;
start?: number;
shutDown?: number;
config?: string;
vmcInfo: VMCInfo[];
systemInfo?: object;
}

interface HostUsage {
vms: number;
vcpus: number;
memory: number;
devices: { [deviceType: string]: number };
}

interface HostAndPort {
host: string;
port: number;
}

interface VMCInfo {
timestamp: number;
info: object;
}

interface BrickInfo {
id: string;
name: string;
description: string;
setup?: string;
vcores: number;
maxMemBytes: number;
realmID: string;
libvirt?: LibvirtBrickConfig;
whitelist?: BrickWhitelist;
creatorID: string;
externalServers: string[];
format?: string;
imageID?: string;
created: number;
modified?: number;
noQuota: boolean;
params?: string;
settings?: string;
vmType: "Secure" | "Service" | "Data" | "Worker";
}

interface LibvirtBrickConfig {
image: { pool: string; volume: string };
video?: "vnc" | "spice";
pty?: boolean;
clockOffset?: "utc" | "localtime";
nic?: string;
devices?: { [type: string]: number };
extraXML?: string;
headfullGPU?: string;
deviceBusType?: string;
}

interface BrickWhitelist {
teamIDs: string[];
userIDs: string[];
}

interface TeamInfo {
id: string;
name: string;
desc: string;
created: number;
modified: number;
quotas: { [key: string]: number };
teamQuotas: QuotasTyped;
perUserQuotas: QuotasTyped;
settings: object;
startDate?: number;
endDate?: number;
members: TeamMemberInfo[];
}

interface TeamMemberInfo {
id: string;
firstName: string;
lastName: string;
email?: string;
lastLogin?: number;
}

interface QuotasTyped {
cores?: number;
memory?: number;
storage?: { [storageType: string]: number };
devices?: { [deviceType: string]: number };
}

interface ProjectInfo {
id: string;
name: string;
desc: string;
securityLevel: string;
parent?: string;
settings: object;
created: number;
modified: number;
}

interface UserInfo {
id: string;
firstName: string;
lastName: string;
email: string;
contactEmail?: string;
joined: number;
lastLogin?: number;
role: string;
permissions: string[];
state: string;
stateReason?: string;
deactivationType?: DeactivationType;
department?: string;
position?: string;
comment?: string;
neverEscrow?: boolean;
passChanged?: number;
expiration?: number;
tosAccepted?: number;
deactivatedUntil?: number;
lastEscrow?: number;
}
