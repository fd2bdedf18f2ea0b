// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Curtailment} from "../../src/Curtailment.sol";
import {EnergyMarket} from "../../src/EnergyMarket.sol";
import {Flexibility} from "../../src/Flexibility.sol";
import {OfferBook} from "../../src/flexibility/OfferBook.sol";
import {FlexibilityUnits} from "../../src/FlexibilityUnits.sol";
import {GridSupervision} from "../../src/GridSupervision.sol";
import {Ledger} from "../../src/Ledger.sol";
import {AuctionMarket} from "../../src/market/AuctionMarket.sol";
import {OpenTrades} from "../../src/market/OpenTrades.sol";
import {OrderBook} from "../../src/market/OrderBook.sol";
import {SealedMarket} from "../../src/market/SealedMarket.sol";
import {MarketPart} from "../../src/MarketPart.sol";
import {MarketRules} from "../../src/MarketRules.sol";
import {Metering} from "../../src/Metering.sol";
import {PoolMarket} from "../../src/PoolMarket.sol";
import {Registry} from "../../src/Registry.sol";
import {Roles} from "../../src/Roles.sol";
import {Daylight} from "../../src/settlement/Daylight.sol";
import {NetSettlement} from "../../src/settlement/NetSettlement.sol";
import {ProofOfEnergy} from "../../src/validators/ProofOfEnergy.sol";
import {Validators} from "../../src/validators/Validators.sol";
import {MarketTest} from "../MarketTest.sol";

/// @notice Who may call what: every function that changes something, called by everybody. Whoever may not is refused for that
///         reason; whoever may is not. `contracts/abuse.test.ts` checks that no function is missing here.
contract WhoMayTest is MarketTest {
    error Outcome(bool ok, bytes4 problem);
    error Unexpected(string call, uint256 member, bytes4 problem);

    // Who calls, one bit each.
    uint16 private constant NOBODY = 1 << 0;
    uint16 private constant ALICE_ = 1 << 1; // PROSUMER, owns SUN
    uint16 private constant BOB_ = 1 << 2; // CONSUMER, owns HOME
    uint16 private constant COOP_ = 1 << 3; // AGGREGATOR, COMMUNITY, owns COOP-1 and COOP-2, submitted the batch
    uint16 private constant DSO_ = 1 << 4; // runs the area
    uint16 private constant TSO_ = 1 << 5;
    uint16 private constant METERS_ = 1 << 6;
    uint16 private constant RETAILER_ = 1 << 7;
    uint16 private constant ADMIN_ = 1 << 8; // owner of Registry and MarketRules, no participant
    uint16 private constant STOPPED = 1 << 9; // every role, suspended
    uint256 private constant CAST = 10;
    uint16 private constant PARTICIPANTS = ALICE_ | BOB_ | COOP_ | DSO_ | TSO_ | METERS_ | RETAILER_;
    uint16 private constant ANYONE = PARTICIPANTS | NOBODY | ADMIN_ | STOPPED;

    bytes4 private constant OWNABLE = Ownable.OwnableUnauthorizedAccount.selector;
    bytes4 private constant ROLE = MarketPart.RoleMissing.selector;
    bytes4 private constant PARTICIPANT = MarketPart.NotParticipant.selector;

    ProofOfEnergy private proof;
    Validators private validators;
    uint256 private batchId;
    uint256 private offerId;
    uint256 private orderId;
    uint256 private bidId;

    function setUp() public override {
        super.setUp();
        _register(_member(9), Roles.ALL, "Stopped");
        registry.suspend(_member(9), true);
        proof = new ProofOfEnergy(registry, rules, metering, 3600);
        address[] memory founders = new address[](1);
        founders[0] = address(0x1);
        validators = new Validators(registry, rules, proof, founders, Validators.Terms(1, 4));
        batchId = _trade(1000, 120_000);
        _verdict(batchId, 1, 1000, 0);
        offerId = _offer(ALICE, SUN, 0, 1000, 90_000, 0);
        _order(TSO, offerId, 200);
        orderId = _place(BOB, HOME, 1, 500, 200_000);
        vm.prank(COOP);
        bidId = market.postBid(COOP_1, SLOT, 1000, 200_000);
    }

    function test_registry_and_rules_are_the_administrators_and_points_the_meter_operators_too() public {
        bytes32[] memory points = new bytes32[](1);
        address[] memory accounts = new address[](1);
        (points[0], accounts[0]) = (SUN, BOB);
        _row("Registry.register", address(registry), abi.encodeCall(registry.register, (address(7), 1, "x")), OWNABLE, ADMIN_);
        _row("Registry.grant", address(registry), abi.encodeCall(registry.grant, (BOB, 1)), OWNABLE, ADMIN_);
        _row("Registry.revoke", address(registry), abi.encodeCall(registry.revoke, (BOB, 1)), OWNABLE, ADMIN_);
        _row("Registry.suspend", address(registry), abi.encodeCall(registry.suspend, (BOB, true)), OWNABLE, ADMIN_);
        _row("Registry.setPaused", address(registry), abi.encodeCall(registry.setPaused, (true)), OWNABLE, ADMIN_);
        _row("Registry.openArea", address(registry), abi.encodeCall(registry.openArea, (TSO)), OWNABLE, ADMIN_);
        _row("Registry.assignArea", address(registry), abi.encodeCall(registry.assignArea, (1, TSO)), OWNABLE, ADMIN_);
        _row("Registry.transferOwnership", address(registry), abi.encodeCall(registry.transferOwnership, (BOB)), OWNABLE, ADMIN_);
        _row("Registry.renounceOwnership", address(registry), abi.encodeCall(registry.renounceOwnership, ()), OWNABLE, ADMIN_);
        _row("Registry.acceptOwnership", address(registry), abi.encodeCall(registry.acceptOwnership, ()), OWNABLE, 0);
        bytes4 notAllowed = Registry.NotAllowed.selector;
        _row("Registry.connectPoints", address(registry), abi.encodeCall(registry.connectPoints, (points, accounts, 1)), notAllowed, ADMIN_ | METERS_);
        _row("Registry.setMeters", address(registry), abi.encodeCall(registry.setMeters, (points, accounts)), notAllowed, ADMIN_ | METERS_);
        bytes memory key = abi.encodeCall(registry.publishEncryptionKey, (bytes32(uint256(1)), true));
        // A suspended participant still reads what it agreed to.
        _row("Registry.publishEncryptionKey", address(registry), key, Registry.NotRegistered.selector, PARTICIPANTS | STOPPED);
        MarketRules.Tariff memory tariff = MarketRules.Tariff(SLOT * 2, 1, 2, 3);
        _row("MarketRules.announceTariff", address(rules), abi.encodeCall(rules.announceTariff, (tariff)), OWNABLE, ADMIN_);
        _row("MarketRules.transferOwnership", address(rules), abi.encodeCall(rules.transferOwnership, (BOB)), OWNABLE, ADMIN_);
        _row("MarketRules.renounceOwnership", address(rules), abi.encodeCall(rules.renounceOwnership, ()), OWNABLE, ADMIN_);
        _row("MarketRules.acceptOwnership", address(rules), abi.encodeCall(rules.acceptOwnership, ()), OWNABLE, 0);
    }

    function test_trades_and_bids_are_the_participants_and_pool_trades_the_pools() public {
        bytes32[] memory leaves = new bytes32[](1);
        leaves[0] = "leaf";
        SealedMarket.SealedTerms memory terms = SealedMarket.SealedTerms(SLOT, 0, 1, 1, 0);
        _row("EnergyMarket.commitTrades", address(market), abi.encodeCall(market.commitTrades, (terms, leaves, "")), PARTICIPANT, PARTICIPANTS);
        terms.kind = 3;
        _row("EnergyMarket.commitTrades", address(market), abi.encodeCall(market.commitTrades, (terms, leaves, "")), ROLE, COOP_);
        terms.kind = 5;
        _row("EnergyMarket.commitTrades", address(market), abi.encodeCall(market.commitTrades, (terms, leaves, "")), ROLE, 0);
        _row("EnergyMarket.postBid", address(market), abi.encodeCall(market.postBid, (COOP_1, SLOT, 1000, 100_000)), ROLE, COOP_);
        bytes memory offer = abi.encodeCall(market.offerToBid, (bidId, SUN, 500, 100_000));
        _row("EnergyMarket.offerToBid", address(market), offer, AuctionMarket.NotOwnPoint.selector, ALICE_);
        _row("EnergyMarket.closeBid", address(market), abi.encodeCall(market.closeBid, (bidId)), AuctionMarket.BidNotYours.selector, COOP_);
        OpenTrades.MatchedTrade[] memory none = new OpenTrades.MatchedTrade[](0);
        bytes memory record = abi.encodeCall(market.recordPool, (SLOT, COOP, none));
        _row("EnergyMarket.recordPool", address(market), record, EnergyMarket.NotPool.selector, 0);
    }

    function test_the_pool_is_the_participants_and_an_order_its_owners() public {
        OrderBook.OrderTerms[] memory terms = new OrderBook.OrderTerms[](1);
        terms[0] = _orderTerms(SUN, 0, 500, 100_000);
        bytes[] memory signatures = new bytes[](1);
        signatures[0] = _signOrder(ALICE_KEY, terms[0]);
        uint32[] memory none = new uint32[](0);
        OpenTrades.MatchedTrade[][] memory parts = new OpenTrades.MatchedTrade[][](0);
        address target = address(pool);
        _row("PoolMarket.placeOrders", target, abi.encodeCall(pool.placeOrders, (terms, signatures)), PARTICIPANT, PARTICIPANTS);
        _row("PoolMarket.cancelOrder", target, abi.encodeCall(pool.cancelOrder, (orderId)), OrderBook.NotPointOwner.selector, BOB_);
        _row("PoolMarket.voidOrder", target, abi.encodeCall(pool.voidOrder, (HOME, 99)), OrderBook.NotPointOwner.selector, BOB_);
        bytes memory clear = abi.encodeCall(pool.clearPool, (SLOT, PoolMarket.Claim(none, none, 0, 0)));
        _row("PoolMarket.clearPool", target, clear, PARTICIPANT, PARTICIPANTS);
        _row("PoolMarket.beginClearing", target, abi.encodeCall(pool.beginClearing, (SLOT)), PARTICIPANT, PARTICIPANTS);
        _row("PoolMarket.stepClearing", target, abi.encodeCall(pool.stepClearing, (SLOT, none, none)), PARTICIPANT, PARTICIPANTS);
        _row("PoolMarket.finishClearing", target, abi.encodeCall(pool.finishClearing, (SLOT, 0, 0)), PARTICIPANT, PARTICIPANTS);
        _row("PoolMarket.recordTrades", target, abi.encodeCall(pool.recordTrades, (SLOT, 0, parts)), PARTICIPANT, PARTICIPANTS);
    }

    function test_verdicts_curtailment_and_confirmations_are_the_operators_of_the_area() public {
        GridSupervision.Round[] memory rounds = new GridSupervision.Round[](1);
        // Held: a decision that everybody may still replace does not differ between callers.
        rounds[0] = GridSupervision.Round(_trade(500, 120_000), hex"0000040007", "", "");
        bytes memory give = abi.encodeCall(supervision.giveVerdicts, (rounds));
        _row("GridSupervision.giveVerdicts", address(supervision), give, GridSupervision.NotOperator.selector, DSO_);
        Curtailment.CurtailmentTerms[] memory terms = new Curtailment.CurtailmentTerms[](1);
        terms[0] = Curtailment.CurtailmentTerms(SUN, SLOT, 10, 1, 3, 1, 0, "");
        bytes memory order = abi.encodeCall(curtailment.order, (terms, "limit", "far"));
        _row("Curtailment.order", address(curtailment), order, ROLE, DSO_ | TSO_);
        _row("Curtailment.order", address(curtailment), order, Curtailment.NotAreaOperator.selector, ANYONE & ~TSO_);
        bytes memory confirm = abi.encodeCall(flexibility.confirm, (_ids(1)));
        _row("Flexibility.confirm", address(flexibility), confirm, ROLE, DSO_ | TSO_);
        _row("Flexibility.confirm", address(flexibility), confirm, Flexibility.NotAreaOperator.selector, ANYONE & ~TSO_);
        bytes memory refuse = abi.encodeCall(flexibility.refuse, (_ids(1), 1));
        _row("Flexibility.refuse", address(flexibility), refuse, ROLE, DSO_ | TSO_);
        _row("Flexibility.refuse", address(flexibility), refuse, Flexibility.NotAreaOperator.selector, ANYONE & ~TSO_);
    }

    function test_flexibility_is_offered_by_owners_bought_by_operators_and_customers_and_retired_by_settlement() public {
        OfferBook.OfferTerms[] memory terms = new OfferBook.OfferTerms[](1);
        terms[0] = OfferBook.OfferTerms(SUN, SLOT, 0, 0, 500, 1, 0);
        address target = address(flexibility);
        _row("Flexibility.offer", target, abi.encodeCall(flexibility.offer, (terms)), OfferBook.NotPointOwner.selector, ALICE_);
        bytes memory purchase = abi.encodeCall(flexibility.purchase, (SLOT, 0, _ids(offerId), _wh(100), "", ""));
        _row("Flexibility.purchase", target, purchase, ROLE, DSO_ | TSO_);
        bytes memory cover = abi.encodeCall(flexibility.cover, (SLOT, HOME, _ids(offerId), _wh(100)));
        _row("Flexibility.cover", target, cover, ROLE, ALICE_ | BOB_);
        _row("Flexibility.cover", target, cover, OfferBook.NotPointOwner.selector, ANYONE & ~ALICE_);
        _row("Flexibility.withdraw", target, abi.encodeCall(flexibility.withdraw, (offerId)), OfferBook.NotPointOwner.selector, ALICE_);
        _row("Flexibility.release", target, abi.encodeCall(flexibility.release, (1)), ROLE, ANYONE);
        _row("Flexibility.retire", target, abi.encodeCall(flexibility.retire, (SUN, SLOT)), Flexibility.NotSettlement.selector, 0);
        bytes4 notFlexibility = FlexibilityUnits.NotFlexibility.selector;
        _row("FlexibilityUnits.issue", address(units), abi.encodeCall(units.issue, (ALICE, 1, 1)), notFlexibility, 0);
        _row("FlexibilityUnits.move", address(units), abi.encodeCall(units.move, (ALICE, BOB, 1, 1)), notFlexibility, 0);
        _row("FlexibilityUnits.retire", address(units), abi.encodeCall(units.retire, (ALICE, 1, 1)), notFlexibility, 0);
        _row("FlexibilityUnits.withdraw", address(units), abi.encodeCall(units.withdraw, (ALICE, 1, 1)), notFlexibility, 0);
    }

    function test_readings_are_the_meter_operators_contests_the_owners_and_settlement_everybodys() public {
        vm.warp(AFTER);
        Metering.SignedReading[] memory readings = new Metering.SignedReading[](1);
        readings[0] = _signed(Metering.Reading(SUN, SLOT, 1, 0));
        _row("Metering.report", address(metering), abi.encodeCall(metering.report, (readings)), ROLE, METERS_);
        vm.prank(METERS);
        metering.report(readings);
        bytes memory contest = abi.encodeCall(metering.contest, (SUN, SLOT, 1));
        _row("Metering.contest", address(metering), contest, Metering.NotPointOwner.selector, ALICE_);
        _row("Metering.answer", address(metering), abi.encodeCall(metering.answer, (SUN, SLOT)), ROLE, METERS_);
        NetSettlement.Nets memory given = _netsOf(batchId);
        bytes4 notConcerned = NetSettlement.NotConcerned.selector;
        _row("NetSettlement.settleBatch", address(nets), abi.encodeCall(nets.settleBatch, (given)), notConcerned, COOP_ | DSO_);
        _giveNets(batchId);
        bytes memory objectTo = abi.encodeCall(nets.objectTo, (batchId));
        // A suspended participant may still defend what is its own.
        _row("NetSettlement.objectTo", address(nets), objectTo, Registry.NotRegistered.selector, PARTICIPANTS | STOPPED);
        _row("NetSettlement.correct", address(nets), abi.encodeCall(nets.correct, (given, given)), NetSettlement.NotDaylight.selector, 0);
        _row("NetSettlement.voidUnsettled", address(nets), abi.encodeCall(nets.voidUnsettled, (batchId)), ROLE, ANYONE);
        _row("NetSettlement.voidObjected", address(nets), abi.encodeCall(nets.voidObjected, (given)), ROLE, ANYONE);
        Daylight.Entry[] memory entries = new Daylight.Entry[](0);
        Daylight.Detail[] memory details = new Daylight.Detail[](0);
        _row("Daylight.showVerdicts", address(daylight), abi.encodeCall(daylight.showVerdicts, (batchId, 0, entries, false)), ROLE, ANYONE);
        _row("Daylight.showTrades", address(daylight), abi.encodeCall(daylight.showTrades, (batchId, details)), ROLE, ANYONE);
        _row("Daylight.finish", address(daylight), abi.encodeCall(daylight.finish, (given, given)), ROLE, ANYONE);
        vm.warp(AFTER + OBJECTION);
        _row("Settlement.settlePoints", address(settlement), abi.encodeCall(settlement.settlePoints, (SLOT, _points(SUN))), ROLE, ANYONE);
        _row("Settlement.closeInterval", address(settlement), abi.encodeCall(settlement.closeInterval, (SLOT)), ROLE, DSO_ | METERS_);
        uint32[] memory numbers = new uint32[](0);
        int256[] memory amounts = new int256[](0);
        bytes4 notSettlement = Ledger.NotSettlement.selector;
        _row("Ledger.post", address(ledger), abi.encodeCall(ledger.post, (numbers, amounts)), notSettlement, 0);
        bytes memory postNets = abi.encodeCall(ledger.postNets, ("", [uint32(1), 1], [int64(0), 0], 1));
        _row("Ledger.postNets", address(ledger), postNets, notSettlement, 0);
    }

    function test_operators_and_aggregators_stand_and_everybody_ends_an_epoch() public {
        address target = address(validators);
        _row("Validators.stand", target, abi.encodeCall(validators.stand, ()), ROLE, COOP_ | DSO_ | TSO_);
        _row("Validators.resign", target, abi.encodeCall(validators.resign, ()), Validators.NotStanding.selector, 0);
        _row("Validators.endEpoch", target, abi.encodeCall(validators.endEpoch, ()), ROLE, ANYONE);
        bytes memory claim = abi.encodeCall(proof.claim, (COOP, SLOT, _points(COOP_1)));
        _row("ProofOfEnergy.claim", address(proof), claim, ROLE, ANYONE);
    }

    /// @dev For tries: whatever happened is undone.
    function attempt(address sender, address target, bytes calldata data) external {
        vm.prank(sender);
        (bool ok, bytes memory problem) = target.call(data);
        revert Outcome(ok, ok ? bytes4(0) : bytes4(problem));
    }

    /// @param refusal the error that says "not you"
    /// @param may     who does not meet it
    function _row(string memory call, address target, bytes memory data, bytes4 refusal, uint16 may) private {
        for (uint256 i; i < CAST; ++i) {
            try this.attempt(_member(i), target, data) {} catch (bytes memory outcome) {
                bytes4 problem;
                assembly {
                    problem := mload(add(outcome, 68))
                }
                if ((problem == refusal) != (may & (1 << i) == 0)) revert Unexpected(call, i, problem);
            }
        }
    }

    function _member(uint256 i) private view returns (address) {
        return [address(0xBAD), ALICE, BOB, COOP, DSO, TSO, METERS, RETAILER, address(this), address(0x570)][i];
    }
}
