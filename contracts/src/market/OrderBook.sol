// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {MarketPart} from "../MarketPart.sol";

/// @title The orders of a pool: signed off chain by the owner of a point, submitted in batches by anyone who takes part
/// @notice The book of an interval is open until `poolClosure`; what stands in it then is what a clearing has to list.
abstract contract OrderBook is MarketPart, EIP712 {
    using BitMaps for BitMaps.BitMap;

    /// @notice What the owner of a point signs (EIP-712 type "Order", domain "Interlock PoolMarket" version "1").
    struct OrderTerms {
        bytes32 point;
        uint64 interval;
        /// 0 sell, 1 buy
        uint8 side;
        /// May be filled in part.
        uint64 energyWh;
        /// Lowest price of a seller, highest of a buyer. May lie outside the corridor; a price never does.
        uint64 limitPriceMicroEurPerKwh;
        /// Unix seconds. A clearing that begins then or later does not fill it.
        uint64 expiresAt;
        /// Each number once per point. Counting up by one is cheapest.
        uint64 nonce;
    }

    /// @dev 240 bits.
    struct Order {
        uint32 connection;
        uint8 side;
        uint64 energyWh;
        uint64 limitPriceMicroEurPerKwh;
        uint40 expiresAt;
        /// How many orders of the interval were cancelled up to this one; 0: it stands.
        uint32 cancelNumber;
    }

    /// @dev 168 bits: the book of one interval.
    struct Book {
        uint32 placed;
        uint32 cancelled;
        /// Orders that stand.
        uint32 sells;
        uint32 buys;
        bool cleared;
    }

    event OrderPlaced(
        uint256 indexed orderId,
        uint64 indexed interval,
        bytes32 indexed point,
        address owner,
        uint8 side,
        uint64 energyWh,
        uint64 limitPriceMicroEurPerKwh,
        uint64 expiresAt
    );
    event OrderCancelled(uint256 indexed orderId, uint64 indexed interval);
    event OrderVoided(bytes32 indexed point, uint64 nonce);

    error NotPointOwner(bytes32 point, address account);
    error PoolClosed(uint64 interval);
    error PoolAlreadyCleared(uint64 interval);
    error SideInvalid(uint8 side);
    error OrderTooSmall(uint64 energyWh, uint64 minWh);
    error OrderTooLarge(uint64 energyWh, uint64 maxWh);
    error OrderExpired(uint64 expiresAt);
    error OrderSignatureInvalid(uint256 index);
    error OrderNonceUsed(bytes32 point, uint64 nonce);
    error OrderUnknown(uint256 orderId);
    error OrderAlreadyCancelled(uint256 orderId);
    error TooManyOrders(bytes32 point, uint64 interval);
    error OtherSideTaken(bytes32 point, uint64 interval);

    uint8 public constant SIDE_SELL = 0;
    uint8 public constant SIDE_BUY = 1;
    /// @notice Smallest order, Wh: beyond the cost of a clearing, dust would only crowd others out.
    uint64 public constant ORDER_MIN_WH = 100;
    /// @notice Largest order, Wh: what a trade can carry. One that cannot be recorded would void a clearing.
    uint64 public constant ORDER_MAX_WH = type(uint40).max;
    /// @notice Most standing orders of one point in one interval; beyond, TooManyOrders. Bounds what one party adds to a clearing.
    uint256 public constant ORDERS_PER_POINT_MAX = 8;

    bytes32 public constant ORDER_TYPEHASH = keccak256(
        "Order(bytes32 point,uint64 interval,uint8 side,uint64 energyWh,uint64 limitPriceMicroEurPerKwh,uint64 expiresAt,uint64 nonce)"
    );

    uint32 internal immutable _poolLeadSeconds;

    /// @dev By id: the interval in the upper bits, the number within its book in the lower 32. Numbers count up from 1 in the
    ///      order of arrival.
    mapping(uint256 orderId => Order) internal _orders;
    mapping(uint64 interval => Book) internal _books;
    mapping(bytes32 point => BitMaps.BitMap) private _orderNonces;
    /// @dev Standing orders of a connection, 32 intervals a slot, 8 bits each: sells 4 | buys 4. One of the two is 0.
    mapping(uint32 connection => mapping(uint256 word => uint256)) private _standing;

    constructor() EIP712("Interlock PoolMarket", "1") {
        _poolLeadSeconds = rules.poolLeadSeconds();
    }

    /// @notice The moment from which the pool of an interval takes no order and may be cleared, Unix seconds.
    function poolClosure(uint64 interval) public view returns (uint64) {
        uint64 gate = gateClosure(interval);
        return gate > _poolLeadSeconds ? gate - _poolLeadSeconds : 0;
    }

    function order(uint256 orderId) external view returns (Order memory) {
        return _orders[orderId];
    }

    function book(uint64 interval) external view returns (Book memory) {
        return _books[interval];
    }

    /// @notice True when an order of this point used the number or it was voided.
    function orderNonceUsed(bytes32 point, uint64 nonce) external view returns (bool) {
        return _orderNonces[point].get(nonce);
    }

    /// @notice Id of the order of a number in the book of an interval.
    function orderIdOf(uint64 interval, uint32 number) public pure returns (uint256) {
        return (uint256(interval) << 32) | number;
    }

    /// @notice The digest the owner signs.
    function orderDigest(OrderTerms calldata terms) public view returns (bytes32) {
        // All members are static: encoded one after the other, as EIP-712 wants them.
        return _hashTypedDataV4(keccak256(abi.encode(ORDER_TYPEHASH, terms)));
    }

    /// @notice Places orders before their pool closes. All or nothing.
    /// @param signatures empty where the submitter is the owner
    /// @return orderIds in the order of `terms`
    /// @dev Reverts NotParticipant, IntervalInvalid, PoolClosed, SideInvalid, OrderTooSmall, OrderTooLarge, OrderExpired,
    ///      OrderSignatureInvalid, OrderNonceUsed, OtherSideTaken, TooManyOrders, and from the Registry PointNotConnected, Suspended, Paused.
    function placeOrders(
        OrderTerms[] calldata terms,
        bytes[] calldata signatures
    ) external whenOpen returns (uint256[] memory orderIds) {
        if (terms.length != signatures.length) revert LengthsDiffer();
        _requireParticipant();
        orderIds = new uint256[](terms.length);
        for (uint256 i; i < terms.length; ++i) orderIds[i] = _place(i, terms[i], signatures[i]);
    }

    /// @notice Takes an order back. Allowed while the market is paused and after the gate, until the pool is cleared.
    /// @dev A clearing in steps that began before still fills it.
    ///      Reverts OrderUnknown, NotPointOwner, OrderAlreadyCancelled, PoolAlreadyCleared.
    function cancelOrder(uint256 orderId) external {
        Order storage found = _orders[orderId];
        uint32 connection = found.connection;
        if (connection == 0) revert OrderUnknown(orderId);
        if (registry.connectionOwner(connection) != msg.sender) {
            revert NotPointOwner(registry.connectionPoint(connection), msg.sender);
        }
        if (found.cancelNumber != 0) revert OrderAlreadyCancelled(orderId);
        uint64 interval = uint64(orderId >> 32);
        Book storage ofInterval = _books[interval];
        if (ofInterval.cleared) revert PoolAlreadyCleared(interval);
        found.cancelNumber = ++ofInterval.cancelled;
        if (found.side == SIDE_SELL) --ofInterval.sells;
        else --ofInterval.buys;
        (uint256 word, uint256 shift) = _standingAt(interval, found.side);
        _standing[connection][word] -= 1 << shift;
        emit OrderCancelled(orderId, interval);
    }

    /// @notice Makes a signed order that was never submitted worthless. Allowed while the market is paused.
    /// @dev Reverts NotPointOwner, OrderNonceUsed.
    function voidOrder(bytes32 point, uint64 nonce) external {
        if (registry.ownerOf(point) != msg.sender) revert NotPointOwner(point, msg.sender);
        _useOrderNonce(point, nonce);
        emit OrderVoided(point, nonce);
    }

    function _requireParticipant() internal view {
        if (!registry.active(msg.sender)) revert NotParticipant(msg.sender);
    }

    function _place(uint256 index, OrderTerms calldata term, bytes calldata signature) private returns (uint256 orderId) {
        _requireInterval(term.interval);
        if (block.timestamp >= poolClosure(term.interval)) revert PoolClosed(term.interval);
        if (term.side > SIDE_BUY) revert SideInvalid(term.side);
        if (term.energyWh < ORDER_MIN_WH) revert OrderTooSmall(term.energyWh, ORDER_MIN_WH);
        if (term.energyWh > ORDER_MAX_WH) revert OrderTooLarge(term.energyWh, ORDER_MAX_WH);
        if (term.expiresAt <= block.timestamp) revert OrderExpired(term.expiresAt);
        (uint32 connection, address owner) = registry.resolveOne(term.point);
        if (owner != msg.sender) _requireSigned(index, term, signature, owner);
        _useOrderNonce(term.point, term.nonce);
        _stand(connection, term);

        Book storage ofInterval = _books[term.interval];
        orderId = orderIdOf(term.interval, ++ofInterval.placed);
        if (term.side == SIDE_SELL) ++ofInterval.sells;
        else ++ofInterval.buys;
        _orders[orderId] = Order({
            connection: connection,
            side: term.side,
            energyWh: term.energyWh,
            limitPriceMicroEurPerKwh: term.limitPriceMicroEurPerKwh,
            expiresAt: term.expiresAt < type(uint40).max ? uint40(term.expiresAt) : type(uint40).max,
            cancelNumber: 0
        });
        _emitPlaced(orderId, term, owner);
    }

    function _emitPlaced(uint256 orderId, OrderTerms calldata term, address owner) private {
        emit OrderPlaced(
            orderId,
            term.interval,
            term.point,
            owner,
            term.side,
            term.energyWh,
            term.limitPriceMicroEurPerKwh,
            term.expiresAt
        );
    }

    /// @dev A point stands on one side of an interval: on both it could be matched with itself, and the clearing would be void.
    function _stand(uint32 connection, OrderTerms calldata term) private {
        (uint256 word, uint256 shift) = _standingAt(term.interval, term.side);
        uint256 counts = _standing[connection][word];
        if ((counts >> (shift ^ 4)) & 0xf != 0) revert OtherSideTaken(term.point, term.interval);
        if ((counts >> shift) & 0xf == ORDERS_PER_POINT_MAX) revert TooManyOrders(term.point, term.interval);
        _standing[connection][word] = counts + (1 << shift);
    }

    function _standingAt(uint64 interval, uint8 side) private view returns (uint256 word, uint256 shift) {
        uint256 ordinal = interval / intervalSeconds;
        (word, shift) = (ordinal >> 5, ((ordinal & 31) << 3) | (uint256(side) << 2));
    }

    function _useOrderNonce(bytes32 point, uint64 nonce) private {
        if (_orderNonces[point].get(nonce)) revert OrderNonceUsed(point, nonce);
        _orderNonces[point].set(nonce);
    }

    function _requireSigned(uint256 index, OrderTerms calldata term, bytes calldata signature, address owner) private view {
        (address recovered, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(orderDigest(term), signature);
        if (problem != ECDSA.RecoverError.NoError || recovered != owner) revert OrderSignatureInvalid(index);
    }
}
