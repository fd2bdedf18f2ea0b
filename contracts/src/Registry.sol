// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {Roles} from "./Roles.sol";

/// @title Who takes part, in which role, who runs which grid area, and who trades for which connection point
/// @notice The owner of this contract is the market's administrator. Participants and points have numbers that count up from
///         1, so that a batch can name them in four bytes. A connection is one (point, owner) pair with a number of its own;
///         when a point changes hands it gets a new connection, and what was agreed under the old one stays with the old
///         owner. What a point is, no one can tell from the chain: its id is opaque.
contract Registry is Ownable2Step {
    struct Participant {
        uint32 number;
        uint16 roles;
        bool suspended;
        /// Whether the y coordinate of the encryption key is odd.
        bool keyOdd;
        /// x coordinate of the secp256k1 key that details are encrypted for; 0: none.
        bytes32 keyX;
        string name;
    }

    /// @dev Two slots.
    struct Connection {
        bytes32 point;
        address owner;
        uint32 ownerNumber;
        uint32 pointNumber;
        uint16 area;
    }

    /// @dev One slot: what every trade has to look up.
    struct Point {
        uint32 number;
        uint32 connection;
        address owner;
        uint16 area;
    }

    event ParticipantRegistered(address indexed account, uint32 indexed number, uint16 roles, string name);
    event RolesChanged(address indexed account, uint16 roles);
    event ParticipantSuspended(address indexed account, bool suspended);
    event EncryptionKeyPublished(address indexed account, bytes32 keyX, bool keyOdd);
    event AreaAssigned(uint16 indexed area, address indexed operator);
    event PointConnected(
        bytes32 indexed point, address indexed owner, uint32 connection, uint32 pointNumber, uint16 indexed area
    );
    event MeterSet(bytes32 indexed point, address indexed meter);
    event MarketPaused(bool paused);

    error AlreadyRegistered(address account);
    error NotRegistered(address account);
    error Suspended(address account);
    error RolesInvalid(uint16 roles);
    error AreaUnknown(uint16 area);
    error PointEmpty();
    error PointNotConnected(bytes32 point);
    error PointAlreadyOwned(bytes32 point, address owner);
    error NotAllowed(address account);
    error LengthsDiffer();
    error Paused();
    error AdministratorNeeded();

    /// @notice While true no new trade, order, bid or flexibility offer is taken; verdicts, readings and settlement go on.
    bool public paused;
    uint32 public participantCount;
    uint32 public pointCount;
    uint32 public connectionCount;
    uint16 public areaCount;

    mapping(address account => Participant) private _participants;
    mapping(uint32 number => address) public accountOf;
    mapping(uint16 area => address) private _operators;
    mapping(uint32 number => Connection) private _connections;
    mapping(bytes32 point => Point) private _points;
    mapping(bytes32 point => address) private _meters;

    constructor(address administrator) Ownable(administrator) {}

    /// @notice Enters a participant with its roles. The name is public.
    function register(address account, uint16 roles, string calldata name) external onlyOwner {
        Participant storage participant = _participants[account];
        if (participant.number != 0) revert AlreadyRegistered(account);
        _requireKnown(roles);
        uint32 number = ++participantCount;
        (participant.number, participant.roles, participant.name) = (number, roles, name);
        accountOf[number] = account;
        emit ParticipantRegistered(account, number, roles, name);
    }

    /// @notice Adds roles to those held.
    function grant(address account, uint16 roles) external onlyOwner {
        _requireKnown(roles);
        _setRoles(account, _registered(account).roles | roles);
    }

    /// @notice Takes roles away.
    function revoke(address account, uint16 roles) external onlyOwner {
        _requireKnown(roles);
        _setRoles(account, _registered(account).roles & ~roles);
    }

    /// @notice Suspends a participant or lifts the suspension. Settlement of what was already accepted goes on.
    function suspend(address account, bool suspended) external onlyOwner {
        _registered(account).suspended = suspended;
        emit ParticipantSuspended(account, suspended);
    }

    /// @notice Stops or resumes the taking of new business for the whole market.
    function setPaused(bool paused_) external onlyOwner {
        paused = paused_;
        emit MarketPaused(paused_);
    }

    /// @notice A market without administrator could register, suspend and pause nobody any more: the office is handed over, never
    ///         laid down.
    /// @dev Reverts AdministratorNeeded, always.
    function renounceOwnership() public pure override {
        revert AdministratorNeeded();
    }

    /// @notice Names the key that details meant for the sender are encrypted for. Older details stay with the older key.
    function publishEncryptionKey(bytes32 keyX, bool keyOdd) external {
        Participant storage participant = _registered(msg.sender);
        (participant.keyX, participant.keyOdd) = (keyX, keyOdd);
        emit EncryptionKeyPublished(msg.sender, keyX, keyOdd);
    }

    /// @notice Opens a grid area under an operator. Areas count up from 1.
    function openArea(address operator) external onlyOwner returns (uint16 area) {
        area = ++areaCount;
        _assign(area, operator);
    }

    /// @notice Gives an area to another operator: verdicts and fees from now on are the new one's.
    function assignArea(uint16 area, address operator) external onlyOwner {
        _requireArea(area);
        _assign(area, operator);
    }

    /// @notice Names the party that trades for each point, and the area of them. By a meter operator or the administrator.
    /// @param points ids of connection points, short ASCII strings in bytes32
    /// @param owners registered participants, in the order of `points`
    function connectPoints(bytes32[] calldata points, address[] calldata owners, uint16 area) external {
        if (msg.sender != owner() && !holds(msg.sender, Roles.METER_OPERATOR)) revert NotAllowed(msg.sender);
        if (points.length != owners.length) revert LengthsDiffer();
        _requireArea(area);
        uint32 connection = connectionCount;
        for (uint256 i; i < points.length; ++i) {
            bytes32 id = points[i];
            address pointOwner = owners[i];
            if (id == bytes32(0)) revert PointEmpty();
            Point memory point = _points[id];
            if (point.owner == pointOwner && point.area == area) revert PointAlreadyOwned(id, pointOwner);
            if (point.number == 0) point.number = ++pointCount;
            (point.connection, point.owner, point.area) = (++connection, pointOwner, area);
            _points[id] = point;
            _connections[connection] = Connection(id, pointOwner, _registered(pointOwner).number, point.number, area);
            emit PointConnected(id, pointOwner, connection, point.number, area);
        }
        connectionCount = connection;
    }

    /// @notice Names the key that signs the readings of each point; zero: none. By a meter operator or the administrator.
    ///         Readings already given stay as they are.
    /// @param meters addresses of the meters' keys, in the order of `points`
    /// @dev Reverts NotAllowed, LengthsDiffer, PointNotConnected.
    function setMeters(bytes32[] calldata points, address[] calldata meters) external {
        if (msg.sender != owner() && !holds(msg.sender, Roles.METER_OPERATOR)) revert NotAllowed(msg.sender);
        if (points.length != meters.length) revert LengthsDiffer();
        for (uint256 i; i < points.length; ++i) {
            if (_points[points[i]].number == 0) revert PointNotConnected(points[i]);
            _meters[points[i]] = meters[i];
            emit MeterSet(points[i], meters[i]);
        }
    }

    /// @notice True when the account is registered, not suspended, and holds at least one of `anyOf`.
    function holds(address account, uint16 anyOf) public view returns (bool) {
        Participant storage participant = _participants[account];
        return !participant.suspended && (participant.roles & anyOf) != 0;
    }

    /// @notice True when the account is registered and not suspended.
    function active(address account) external view returns (bool) {
        Participant storage participant = _participants[account];
        return participant.number != 0 && !participant.suspended;
    }

    function participantOf(address account) external view returns (Participant memory) {
        return _participants[account];
    }

    /// @notice Number of a participant, suspended or not.
    /// @dev Reverts NotRegistered.
    function numberOf(address account) external view returns (uint32) {
        return _registered(account).number;
    }

    /// @notice The operator that answers for an area.
    /// @dev Reverts AreaUnknown.
    function operatorOf(uint16 area) public view returns (address operator) {
        operator = _operators[area];
        if (operator == address(0)) revert AreaUnknown(area);
    }

    /// @notice A point as it is now; all zero when it was never connected.
    function pointOf(bytes32 point) external view returns (Point memory) {
        return _points[point];
    }

    /// @notice Current owner of a point, zero when it is not connected.
    function ownerOf(bytes32 point) external view returns (address) {
        return _points[point].owner;
    }

    /// @notice Current connection number and owner of a point, for new business.
    /// @dev Reverts PointNotConnected, Suspended (owner).
    function resolveOne(bytes32 point) external view returns (uint32 number, address pointOwner) {
        Point storage current = _points[point];
        (number, pointOwner) = (current.connection, current.owner);
        if (number == 0) revert PointNotConnected(point);
        if (_participants[pointOwner].suspended) revert Suspended(pointOwner);
    }

    /// @notice Current connection number of a point whether or not its owner is suspended: for readings and orders of the operator.
    function connectionOf(bytes32 point) external view returns (uint32 number) {
        number = _points[point].connection;
        if (number == 0) revert PointNotConnected(point);
    }

    /// @notice Key of the meter of a point, zero when it has none.
    function meterOf(bytes32 point) external view returns (address) {
        return _meters[point];
    }

    /// @notice Current connection number of a point and the key of its meter, zero when it has none: what a reading has to look up.
    /// @dev Reverts PointNotConnected.
    function meteredConnectionOf(bytes32 point) external view returns (uint32 number, address meter) {
        number = _points[point].connection;
        if (number == 0) revert PointNotConnected(point);
        meter = _meters[point];
    }

    /// @notice A connection, present or past; all zero when there is none of that number.
    function connectionAt(uint32 number) external view returns (Connection memory) {
        return _connections[number];
    }

    /// @notice Owner of a connection, present or past.
    function connectionOwner(uint32 number) external view returns (address) {
        return _connections[number].owner;
    }

    function connectionPoint(uint32 number) external view returns (bytes32) {
        return _connections[number].point;
    }

    /// @notice For each connection the area of its point, or 0 where it may not trade: the point changed hands since, or its owner
    ///         is suspended.
    function tradingAreas(uint32[] calldata numbers) external view returns (uint16[] memory areas) {
        areas = new uint16[](numbers.length);
        for (uint256 i; i < numbers.length; ++i) {
            Point storage current = _points[_connections[numbers[i]].point];
            if (current.connection == numbers[i] && !_participants[current.owner].suspended) areas[i] = current.area;
        }
    }

    function _assign(uint16 area, address operator) private {
        if (!holds(operator, Roles.DSO | Roles.TSO)) revert NotAllowed(operator);
        _operators[area] = operator;
        emit AreaAssigned(area, operator);
    }

    function _requireArea(uint16 area) private view {
        if (area == 0 || area > areaCount) revert AreaUnknown(area);
    }

    function _registered(address account) private view returns (Participant storage participant) {
        participant = _participants[account];
        if (participant.number == 0) revert NotRegistered(account);
    }

    function _setRoles(address account, uint16 roles) private {
        _participants[account].roles = roles;
        emit RolesChanged(account, roles);
    }

    function _requireKnown(uint16 roles) private pure {
        if (roles & ~Roles.ALL != 0) revert RolesInvalid(roles);
    }
}
