// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Curtailment} from "../src/Curtailment.sol";
import {EnergyMarket} from "../src/EnergyMarket.sol";
import {Flexibility} from "../src/Flexibility.sol";
import {OfferBook} from "../src/flexibility/OfferBook.sol";
import {FlexibilityUnits} from "../src/FlexibilityUnits.sol";
import {GridSupervision} from "../src/GridSupervision.sol";
import {Ledger} from "../src/Ledger.sol";
import {OrderBook} from "../src/market/OrderBook.sol";
import {SealedMarket} from "../src/market/SealedMarket.sol";
import {TradeBook} from "../src/market/TradeBook.sol";
import {MarketRules} from "../src/MarketRules.sol";
import {Metering} from "../src/Metering.sol";
import {PoolMarket} from "../src/PoolMarket.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
import {Daylight} from "../src/settlement/Daylight.sol";
import {NetSettlement} from "../src/settlement/NetSettlement.sol";
import {BYTES_PER_POSITION, Positions, WORDS_PER_GROUP} from "../src/settlement/Positions.sol";
import {Settlement} from "../src/Settlement.sol";
import {Assertions} from "./Vm.sol";

/// @notice A small market: four households (ALICE and BOB with points of their own, COOP with two), the operators, a retailer.
abstract contract MarketTest is Assertions {
    uint256 internal constant ALICE_KEY = 0xA11CE;
    uint256 internal constant BOB_KEY = 0xB0B;
    uint256 internal constant COOP_KEY = 0xC00B;

    bytes32 internal constant SUN = "SUN-1"; // ALICE
    bytes32 internal constant HOME = "HOME-2"; // BOB
    bytes32 internal constant COOP_1 = "COOP-1"; // COOP
    bytes32 internal constant COOP_2 = "COOP-2"; // COOP

    uint64 internal constant FEED_IN = 80_000;
    uint64 internal constant RETAIL = 320_000;
    uint64 internal constant FEE_CAP = 100_000;
    uint64 internal constant PENALTY = 400_000;

    address internal immutable ALICE = vm.addr(ALICE_KEY);
    address internal immutable BOB = vm.addr(BOB_KEY);
    address internal immutable COOP = vm.addr(COOP_KEY);
    address internal constant DSO = address(0xD50);
    address internal constant TSO = address(0x750);
    address internal constant METERS = address(0x3E7E);
    address internal constant RETAILER = address(0x4E7A);

    /// An interval two hours ahead of the start of every test.
    uint64 internal constant SLOT = 1_800_000_000 + 7200;
    uint64 internal constant GATE = SLOT - 600;
    uint64 internal constant POOL_CLOSURE = GATE - 1200;
    uint64 internal constant AFTER = SLOT + 900;
    uint64 internal constant OBJECTION = 300;

    Registry internal registry;
    MarketRules internal rules;
    EnergyMarket internal market;
    PoolMarket internal pool;
    GridSupervision internal supervision;
    FlexibilityUnits internal units;
    Flexibility internal flexibility;
    Curtailment internal curtailment;
    Metering internal metering;
    Ledger internal ledger;
    NetSettlement internal nets;
    Daylight internal daylight;
    Settlement internal settlement;

    struct Agreed {
        uint64 energyWh;
        uint64 priceMicroEurPerKwh;
        /// Of the verdict.
        uint64 acceptedWh;
        int64 feeMicroEur;
    }

    mapping(uint256 batchId => Agreed) internal agreed;
    Positions.Part[] internal parts;
    bool internal gathered;
    uint64 internal nextOrderNonce;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        _deploy();
        _register(ALICE, Roles.PROSUMER, "Alice");
        _register(BOB, Roles.CONSUMER, "Bob");
        _register(COOP, Roles.AGGREGATOR | Roles.COMMUNITY, "Coop");
        _register(DSO, Roles.DSO, "Grid");
        _register(TSO, Roles.TSO, "Transmission");
        _register(METERS, Roles.METER_OPERATOR, "Meters");
        _register(RETAILER, Roles.RETAILER, "Retail");
        registry.openArea(DSO);
        _connect(SUN, ALICE);
        _connect(HOME, BOB);
        _connect(COOP_1, COOP);
        _connect(COOP_2, COOP);
        _setMeter(SUN, _meterKey(SUN));
        _setMeter(HOME, _meterKey(HOME));
        _setMeter(COOP_1, _meterKey(COOP_1));
        _setMeter(COOP_2, _meterKey(COOP_2));
    }

    function _deploy() private {
        registry = new Registry(address(this));
        rules = new MarketRules(
            address(this),
            MarketRules.Rules({
                intervalSeconds: 900,
                gateLeadSeconds: 600,
                poolLeadSeconds: 1200,
                poolPricing: _poolPricing(),
                tariffNoticeSeconds: 86_400,
                objectionSeconds: uint32(OBJECTION),
                flexibilityPenaltyMicroEurPerKwh: _penalty(),
                curtailmentMaxWh: 1_000_000,
                compensationMaxMicroEurPerKwh: 1_000_000,
                settlementSeconds: 14_400,
                objectionCostMicroEur: 1_000_000,
                retailer: RETAILER
            }),
            MarketRules.Tariff({
                validFrom: 0,
                feedInMicroEurPerKwh: FEED_IN,
                retailMicroEurPerKwh: RETAIL,
                feeCapMicroEurPerKwh: FEE_CAP
            })
        );
        // EnergyMarket names the pool, which comes after it.
        market = new EnergyMarket(registry, rules, vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1));
        pool = new PoolMarket(market);
        assertEq(address(pool), market.pool(), "address of PoolMarket");
        supervision = new GridSupervision(market);
        // The units name Flexibility, and Flexibility, Metering and Ledger name Settlement, which come after them.
        uint64 nonce = vm.getNonce(address(this));
        settlement = Settlement(vm.computeCreateAddress(address(this), nonce + 7));
        units = new FlexibilityUnits(vm.computeCreateAddress(address(this), nonce + 1));
        flexibility = new Flexibility(registry, rules, units, address(settlement));
        curtailment = new Curtailment(registry, rules, flexibility);
        metering = new Metering(registry, rules, settlement);
        ledger = new Ledger(registry, vm.computeCreateAddress(address(this), nonce + 5), address(settlement));
        nets = new NetSettlement(supervision, ledger, vm.computeCreateAddress(address(this), nonce + 6));
        daylight = new Daylight(supervision, nets);
        Settlement deployed = new Settlement(
            Settlement.Parts({
                trades: nets,
                flexibility: flexibility,
                curtailment: curtailment,
                metering: metering,
                ledger: ledger
            })
        );
        assertEq(address(deployed), address(settlement), "address of Settlement");
    }

    function _penalty() internal pure virtual returns (uint64) {
        return PENALTY;
    }

    function _poolPricing() internal pure virtual returns (uint8) {
        return 0;
    }

    /// @dev Settles a batch of `_trade` and lets the time for objections pass.
    function _settleTrade(uint256 batchId) internal {
        _giveNets(batchId);
        vm.warp(block.timestamp + OBJECTION);
    }

    function _giveNets(uint256 batchId) internal {
        NetSettlement.Nets memory given = _netsOf(batchId);
        vm.prank(COOP);
        nets.settleBatch(given);
        _addPart(given.positions, 1);
    }

    /// @dev ALICE sold to BOB what was accepted, BOB pays ALICE and the operator.
    function _netsOf(uint256 batchId) internal view returns (NetSettlement.Nets memory) {
        Agreed memory trade = agreed[batchId];
        int64 amount = int64(uint64((uint256(trade.acceptedWh) * trade.priceMicroEurPerKwh) / 1000));
        int40 energyWh = int40(uint40(trade.acceptedWh));
        return NetSettlement.Nets({
            batchId: batchId,
            sellerSideFeeMicroEur: trade.feeMicroEur,
            buyerSideFeeMicroEur: 0,
            positions: bytes.concat(
                _position(SUN, ALICE, energyWh, amount), _position(HOME, BOB, -energyWh, -amount - trade.feeMicroEur)
            )
        });
    }

    function _position(bytes32 point, address participant, int40 netWh, int64 amount) internal view returns (bytes memory) {
        return abi.encodePacked(registry.pointOf(point).number, registry.numberOf(participant), netWh, amount);
    }

    /// @dev What was appended to the first group of SLOT: the tests know no other.
    function _addPart(bytes memory positions, int8 sign) internal {
        parts.push(Positions.Part(sign, positions));
    }

    /// @dev What the first group of SLOT traded. Calls nothing: what is expected of the next call may follow.
    function _sheet() internal view returns (Positions.Sheet memory sheet) {
        if (!gathered) sheet.parts = parts;
        else for (uint256 i; i < parts.length; ++i) _addNets(sheet.netsWh, parts[i]);
    }

    function _addNets(uint256[WORDS_PER_GROUP] memory netsWh, Positions.Part memory part) internal pure {
        for (uint256 offset; offset < part.positions.length; offset += BYTES_PER_POSITION) {
            uint256 position = _word(part.positions, offset) >> 88;
            (uint256 word, uint256 shift) = ((position >> 138) & 63, ((position >> 136) & 3) * 64);
            int64 netWh = int64(uint64(netsWh[word] >> shift)) + part.sign * int40(uint40(position >> 64));
            netsWh[word] = (netsWh[word] & ~(uint256(type(uint64).max) << shift)) | (uint256(uint64(netWh)) << shift);
        }
    }

    function _word(bytes memory packed, uint256 offset) internal pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(add(packed, 32), offset))
        }
    }

    function _settlePoint(bytes32 point) internal {
        _trySettle(point);
        gathered = parts.length > 0;
    }

    /// @dev Expected to be refused: nothing is gathered by it.
    function _trySettle(bytes32 point) internal {
        settlement.settlePoints(SLOT, _sheet(), _points(point));
    }

    function _register(address account, uint16 roles, string memory name) internal {
        registry.register(account, roles, name);
    }

    function _connect(bytes32 point, address owner) internal {
        bytes32[] memory points = new bytes32[](1);
        address[] memory owners = new address[](1);
        (points[0], owners[0]) = (point, owner);
        registry.connectPoints(points, owners, 1);
    }

    /// @dev A batch of one trade: ALICE sells to BOB in SLOT, COOP commits.
    function _trade(uint64 energyWh, uint64 price) internal returns (uint256 batchId) {
        bytes32[] memory leaves = new bytes32[](1);
        leaves[0] = market.leafOf(
            TradeBook.OpenTrade(registry.connectionOf(SUN), registry.connectionOf(HOME), energyWh, price),
            0,
            uint128(market.batchCount())
        );
        SealedMarket.SealedTerms memory terms = SealedMarket.SealedTerms(SLOT, 0, 1, 1, market.nextSequence(COOP));
        vm.prank(COOP);
        batchId = market.commitTrades(terms, leaves, "");
        agreed[batchId] = Agreed(energyWh, price, 0, 0);
    }

    function _verdict(uint256 batchId, uint8 decision, uint64 energyWh, int64 fee) internal {
        GridSupervision.Round[] memory rounds = new GridSupervision.Round[](1);
        bytes32 entry = supervision.entryHash(0, decision, 7, uint40(energyWh), int40(fee), "evidence");
        rounds[0] = GridSupervision.Round({
            batchId: batchId,
            decisions: abi.encodePacked(uint16(0), decision, uint16(7)),
            digest: keccak256(abi.encode(bytes32(0), entry)),
            envelope: ""
        });
        vm.prank(DSO);
        supervision.giveVerdicts(rounds);
        (agreed[batchId].acceptedWh, agreed[batchId].feeMicroEur) = (energyWh, fee);
    }

    function _orderTerms(bytes32 point, uint8 side, uint64 energyWh, uint64 limit) internal returns (OrderBook.OrderTerms memory) {
        return OrderBook.OrderTerms(point, SLOT, side, energyWh, limit, SLOT, nextOrderNonce++);
    }

    function _signOrder(uint256 key, OrderBook.OrderTerms memory terms) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, pool.orderDigest(terms));
        return abi.encodePacked(r, s, v);
    }

    function _submit(address sender, OrderBook.OrderTerms memory terms, bytes memory signature) internal returns (uint256) {
        OrderBook.OrderTerms[] memory batch = new OrderBook.OrderTerms[](1);
        bytes[] memory signatures = new bytes[](1);
        (batch[0], signatures[0]) = (terms, signature);
        vm.prank(sender);
        uint256[] memory ids = pool.placeOrders(batch, signatures);
        // A refusal that was expected returns nothing.
        return ids.length == 0 ? 0 : ids[0];
    }

    function _place(
        address owner,
        bytes32 point,
        uint8 side,
        uint64 energyWh,
        uint64 limit
    ) internal returns (uint256) {
        return _submit(owner, _orderTerms(point, side, energyWh, limit), "");
    }

    /// @dev Offers balancing, which every operator may buy.
    function _offer(
        address owner,
        bytes32 point,
        uint8 direction,
        uint64 energyWh,
        uint64 price,
        int64 baseline
    ) internal returns (uint256) {
        return _offerProduct(owner, OfferBook.OfferTerms(point, SLOT, 0, direction, energyWh, price, baseline));
    }

    function _offerProduct(address owner, OfferBook.OfferTerms memory term) internal returns (uint256) {
        OfferBook.OfferTerms[] memory terms = new OfferBook.OfferTerms[](1);
        terms[0] = term;
        vm.prank(owner);
        return flexibility.offer(terms);
    }

    /// @dev Buys balancing. What another operator than that of the area buys waits for it.
    function _order(address buyer, uint256 offerId, uint64 energyWh) internal returns (uint256) {
        vm.prank(buyer);
        return flexibility.purchase(SLOT, 0, _ids(offerId), _wh(energyWh), "T1", "need");
    }

    /// @dev An order whose part stands.
    function _purchase(address buyer, uint256 offerId, uint64 energyWh) internal returns (uint256 orderId) {
        orderId = _order(buyer, offerId, energyWh);
        if (buyer != DSO) _confirm(flexibility.partCount());
    }

    function _confirm(uint256 partId) internal {
        vm.prank(DSO);
        flexibility.confirm(_ids(partId));
    }

    function _curtail(bytes32 point, uint64 energyWh, uint8 direction, uint64 compensation) internal returns (uint256) {
        Curtailment.CurtailmentTerms[] memory terms = new Curtailment.CurtailmentTerms[](1);
        terms[0] = Curtailment.CurtailmentTerms(point, SLOT, energyWh, direction, 3, 1, compensation, "evidence");
        vm.prank(DSO);
        return curtailment.order(terms, "T1 above its limit", "");
    }

    function _setMeter(bytes32 point, uint256 key) internal {
        address[] memory meters = new address[](1);
        meters[0] = vm.addr(key);
        registry.setMeters(_points(point), meters);
    }

    function _meterKey(bytes32 point) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("meter", point)));
    }

    /// @dev Signed by the meter the point has from the start.
    function _signed(Metering.Reading memory reading) internal view returns (Metering.SignedReading memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_meterKey(reading.point), metering.readingDigest(reading));
        return Metering.SignedReading(reading, abi.encodePacked(r, s, v));
    }

    /// @dev The first reading of a point in SLOT; the time for objections passes, so that it is final.
    function _report(bytes32 point, int64 netWh) internal {
        Metering.SignedReading[] memory readings = new Metering.SignedReading[](1);
        readings[0] = _signed(Metering.Reading(point, SLOT, netWh, 0));
        vm.prank(METERS);
        metering.report(readings);
        vm.warp(metering.finalAt(point, SLOT));
    }

    function _ids(uint256 id) internal pure returns (uint256[] memory ids) {
        ids = new uint256[](1);
        ids[0] = id;
    }

    function _wh(uint64 energyWh) internal pure returns (uint64[] memory energies) {
        energies = new uint64[](1);
        energies[0] = energyWh;
    }

    function _points(bytes32 point) internal pure returns (bytes32[] memory points) {
        points = new bytes32[](1);
        points[0] = point;
    }
}
