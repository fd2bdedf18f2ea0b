// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Curtailment} from "../src/Curtailment.sol";
import {EnergyMarket} from "../src/EnergyMarket.sol";
import {Flexibility} from "../src/Flexibility.sol";
import {OfferBook} from "../src/flexibility/OfferBook.sol";
import {FlexibilityUnits} from "../src/FlexibilityUnits.sol";
import {GridSupervision} from "../src/GridSupervision.sol";
import {Ledger} from "../src/Ledger.sol";
import {BilateralMarket} from "../src/market/BilateralMarket.sol";
import {PoolMarket} from "../src/market/PoolMarket.sol";
import {MarketRules} from "../src/MarketRules.sol";
import {Metering} from "../src/Metering.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
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
    address internal constant GRID = address(0x621D);
    address internal constant RETAILER = address(0x4E7A);

    /// An interval two hours ahead of the start of every test.
    uint64 internal constant SLOT = 1_800_000_000 + 7200;
    uint64 internal constant GATE = SLOT - 600;
    uint64 internal constant AFTER = SLOT + 900;

    Registry internal registry;
    MarketRules internal rules;
    EnergyMarket internal market;
    GridSupervision internal supervision;
    FlexibilityUnits internal units;
    Flexibility internal flexibility;
    Curtailment internal curtailment;
    Metering internal metering;
    Ledger internal ledger;
    Settlement internal settlement;

    uint64 private _nextNonce;

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
    }

    function _deploy() private {
        registry = new Registry(address(this));
        rules = new MarketRules(
            address(this),
            MarketRules.Rules({
                intervalSeconds: 900,
                gateLeadSeconds: 600,
                tariffNoticeSeconds: 86_400,
                flexibilityPenaltyMicroEurPerKwh: _penalty(),
                curtailmentMaxWh: 1_000_000,
                compensationMaxMicroEurPerKwh: 1_000_000,
                gridOperator: GRID,
                retailer: RETAILER
            }),
            MarketRules.Tariff({
                validFrom: 0,
                feedInMicroEurPerKwh: FEED_IN,
                retailMicroEurPerKwh: RETAIL,
                feeCapMicroEurPerKwh: FEE_CAP
            })
        );
        market = new EnergyMarket(registry, rules);
        supervision = new GridSupervision(market);
        // The units name Flexibility, and Flexibility, Metering and Ledger name Settlement, which come after them.
        uint64 nonce = vm.getNonce(address(this));
        settlement = Settlement(vm.computeCreateAddress(address(this), nonce + 5));
        units = new FlexibilityUnits(vm.computeCreateAddress(address(this), nonce + 1));
        flexibility = new Flexibility(registry, rules, units, address(settlement));
        curtailment = new Curtailment(registry, rules, flexibility);
        metering = new Metering(registry, rules, settlement);
        ledger = new Ledger(address(settlement));
        Settlement deployed = new Settlement(
            Settlement.Parts({
                market: market,
                supervision: supervision,
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

    function _settleTrade(uint256 tradeId) internal {
        settlement.settleTrades(SLOT, _ids(tradeId));
    }

    function _settlePoint(bytes32 point) internal {
        settlement.settlePoints(SLOT, _points(point));
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

    function _terms(
        bytes32 seller,
        bytes32 buyer,
        uint64 energyWh,
        uint64 price
    ) internal returns (BilateralMarket.TradeTerms memory) {
        return BilateralMarket.TradeTerms(seller, buyer, SLOT, energyWh, price, _nextNonce++);
    }

    function _sign(uint256 key, BilateralMarket.TradeTerms memory terms) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, market.tradeDigest(terms));
        return abi.encodePacked(r, s, v);
    }

    /// @dev Submits one trade as `sender` with the signatures given.
    function _propose(
        address sender,
        BilateralMarket.TradeTerms memory terms,
        bytes memory sellerSignature,
        bytes memory buyerSignature,
        uint8 kind
    ) internal returns (uint256) {
        BilateralMarket.TradeTerms[] memory batch = new BilateralMarket.TradeTerms[](1);
        bytes[] memory sellers = new bytes[](1);
        bytes[] memory buyers = new bytes[](1);
        (batch[0], sellers[0], buyers[0]) = (terms, sellerSignature, buyerSignature);
        vm.prank(sender);
        return market.proposeTrades(batch, sellers, buyers, kind);
    }

    /// @dev ALICE sells to BOB in SLOT, BOB signed, ALICE submits.
    function _trade(uint64 energyWh, uint64 price) internal returns (uint256) {
        BilateralMarket.TradeTerms memory terms = _terms(SUN, HOME, energyWh, price);
        return _propose(ALICE, terms, "", _sign(BOB_KEY, terms), 0);
    }

    function _verdict(uint256 tradeId, uint8 decision, uint64 energyWh, int64 fee) internal {
        GridSupervision.VerdictTerms[] memory terms = new GridSupervision.VerdictTerms[](1);
        terms[0] = GridSupervision.VerdictTerms(tradeId, decision, energyWh, fee, 7, "evidence");
        vm.prank(DSO);
        supervision.giveVerdicts(terms);
    }

    function _place(
        address owner,
        bytes32 point,
        uint8 side,
        uint64 energyWh,
        uint64 limit
    ) internal returns (uint256) {
        PoolMarket.OrderTerms[] memory terms = new PoolMarket.OrderTerms[](1);
        terms[0] = PoolMarket.OrderTerms(point, SLOT, side, energyWh, limit);
        vm.prank(owner);
        return market.placeOrders(terms);
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

    function _report(bytes32 point, int64 netWh) internal {
        Metering.Reading[] memory readings = new Metering.Reading[](1);
        readings[0] = Metering.Reading(point, SLOT, netWh);
        vm.prank(METERS);
        metering.report(readings);
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
