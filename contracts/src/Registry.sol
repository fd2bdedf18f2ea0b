// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {Roles} from "./Roles.sol";

/// @title Who takes part, in which role, and who trades for which connection point
/// @notice The owner of this contract is the market's administrator. A connection is one (point, owner) pair with a number
///         of its own; when a point changes hands it gets a new connection, and what was agreed under the old one stays with
///         the old owner.
contract Registry is Ownable2Step {
    struct Participant {
        uint16 roles;
        bool registered;
        bool suspended;
        string name;
    }

    struct Connection {
        bytes32 point;
        address owner;
    }

    /// @dev One slot: what every trade has to look up.
    struct CurrentConnection {
        uint32 number;
        address owner;
    }

    event ParticipantRegistered(address indexed account, uint16 roles, string name);
    event RolesChanged(address indexed account, uint16 roles);
    event ParticipantSuspended(address indexed account, bool suspended);
    event PointConnected(bytes32 indexed point, address indexed owner, uint32 connection);
    event MarketPaused(bool paused);

    error AlreadyRegistered(address account);
    error NotRegistered(address account);
    error Suspended(address account);
    error RolesInvalid(uint16 roles);
    error PointEmpty();
    error PointNotConnected(bytes32 point);
    error PointAlreadyOwned(bytes32 point, address owner);
    error NotAllowed(address account);
    error LengthsDiffer();
    error Paused();

    /// @notice While true no new trade, order, bid or flexibility offer is taken; verdicts, readings and settlement go on.
    bool public paused;
    uint32 public connectionCount;

    mapping(address account => Participant) private _participants;
    mapping(uint32 number => Connection) private _connections;
    mapping(bytes32 point => CurrentConnection) private _current;

    constructor(address administrator) Ownable(administrator) {}

    /// @notice Enters a participant with its roles. The name is public.
    function register(address account, uint16 roles, string calldata name) external onlyOwner {
        Participant storage participant = _participants[account];
        if (participant.registered) revert AlreadyRegistered(account);
        _requireKnown(roles);
        participant.registered = true;
        participant.roles = roles;
        participant.name = name;
        emit ParticipantRegistered(account, roles, name);
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

    /// @notice Names the party that trades for each point. Reported by a meter operator or the administrator.
    /// @param points ids of connection points, short ASCII strings in bytes32
    /// @param owners registered participants, in the order of `points`
    function connectPoints(bytes32[] calldata points, address[] calldata owners) external {
        if (msg.sender != owner() && !holds(msg.sender, Roles.METER_OPERATOR)) revert NotAllowed(msg.sender);
        if (points.length != owners.length) revert LengthsDiffer();
        uint32 number = connectionCount;
        for (uint256 i; i < points.length; ++i) {
            bytes32 point = points[i];
            address pointOwner = owners[i];
            if (point == bytes32(0)) revert PointEmpty();
            if (_current[point].owner == pointOwner) revert PointAlreadyOwned(point, pointOwner);
            _registered(pointOwner);
            _connections[++number] = Connection(point, pointOwner);
            _current[point] = CurrentConnection(number, pointOwner);
            emit PointConnected(point, pointOwner, number);
        }
        connectionCount = number;
    }

    /// @notice True when the account is registered, not suspended, and holds at least one of `anyOf`.
    function holds(address account, uint16 anyOf) public view returns (bool) {
        Participant storage participant = _participants[account];
        return participant.registered && !participant.suspended && (participant.roles & anyOf) != 0;
    }

    /// @notice True when the account is registered and not suspended.
    function active(address account) external view returns (bool) {
        Participant storage participant = _participants[account];
        return participant.registered && !participant.suspended;
    }

    function participantOf(address account) external view returns (Participant memory) {
        return _participants[account];
    }

    /// @notice Current owner of a point, zero when it is not connected.
    function ownerOf(bytes32 point) external view returns (address) {
        return _current[point].owner;
    }

    /// @notice Current connection number and owner of each point, for new business.
    /// @dev Reverts PointNotConnected, Suspended (owner).
    function resolve(
        bytes32[] calldata points
    ) external view returns (uint32[] memory numbers, address[] memory owners) {
        numbers = new uint32[](points.length);
        owners = new address[](points.length);
        for (uint256 i; i < points.length; ++i) {
            (numbers[i], owners[i]) = resolveOne(points[i]);
        }
    }

    /// @notice Like `resolve`, for one point.
    function resolveOne(bytes32 point) public view returns (uint32 number, address pointOwner) {
        CurrentConnection storage current = _current[point];
        (number, pointOwner) = (current.number, current.owner);
        if (number == 0) revert PointNotConnected(point);
        if (_participants[pointOwner].suspended) revert Suspended(pointOwner);
    }

    /// @notice Current connection number of a point whether or not its owner is suspended: for readings and orders of the operator.
    function connectionOf(bytes32 point) external view returns (uint32 number) {
        number = _current[point].number;
        if (number == 0) revert PointNotConnected(point);
    }

    /// @notice Point and owner of connections, present or past.
    function connections(
        uint32[] calldata numbers
    ) external view returns (bytes32[] memory points, address[] memory owners) {
        points = new bytes32[](numbers.length);
        owners = new address[](numbers.length);
        for (uint256 i; i < numbers.length; ++i) {
            Connection storage connection = _connections[numbers[i]];
            (points[i], owners[i]) = (connection.point, connection.owner);
        }
    }

    /// @notice Owner of a connection, present or past.
    function connectionOwner(uint32 number) external view returns (address) {
        return _connections[number].owner;
    }

    function connectionPoint(uint32 number) external view returns (bytes32) {
        return _connections[number].point;
    }

    function _registered(address account) private view returns (Participant storage participant) {
        participant = _participants[account];
        if (!participant.registered) revert NotRegistered(account);
    }

    function _setRoles(address account, uint16 roles) private {
        _participants[account].roles = roles;
        emit RolesChanged(account, roles);
    }

    function _requireKnown(uint16 roles) private pure {
        if (roles & ~Roles.ALL != 0) revert RolesInvalid(roles);
    }
}
