namespace Mailroom.Core.Tests.Understanding;

public sealed class EntitiesTests
{
    [Theory]
    [InlineData("转了3,200.50元", "3200.50", "CNY")]
    [InlineData("￥500", "500", "CNY")]
    [InlineData("被转走1.5万元", "15000", "CNY")]
    [InlineData("三千五百块", "3500", "CNY")]
    [InlineData("两万块钱", "20000", "CNY")]
    [InlineData("HK$8000", "8000", "HKD")]
    [InlineData("1000蚊", "1000", "HKD")]
    [InlineData("HKD 6,000", "6000", "HKD")]
    [InlineData("RMB300", "300", "CNY")]
    [InlineData("paid $45.90", "45.90", "USD")]
    [InlineData("500 dollars", "500", "USD")]
    [InlineData("£20", "20", "GBP")]
    [InlineData("EUR 7.90", "7.90", "EUR")]
    [InlineData("I sent 500 to her", "500", null)]
    [InlineData("转账500没到", "500", null)]
    [InlineData("试了3次", null, null)]
    public void Amounts_are_found_with_their_currency(string text, string? amount, string? currency)
    {
        var entities = Policies.Read(text).Entities;

        Assert.Equal((amount, currency), (entities.Amount, entities.Currency));
    }

    [Theory]
    [InlineData("订单号：20261115204633071145", "20261115204633071145")]
    [InlineData("單號 TC26111607500217", "TC26111607500217")]
    [InlineData("transaction id is 8f3a-99120-77", "8f3a-99120-77")]
    [InlineData("Ref: WD-20261111-77310.", "WD-20261111-77310")]
    [InlineData("P2P2611160815330091 就是这笔", "P2P2611160815330091")]
    [InlineData("your ticket MR-7K3F-9QXA", null)]
    [InlineData("order please", null)]
    public void Transaction_numbers_are_found(string text, string? id)
    {
        Assert.Equal(id, Policies.Read(text).Entities.TransactionId);
    }

    [Theory]
    [InlineData("5月3日下午3点转的", "5月3日下午3点")]
    [InlineData("昨晚20:46扣款", "昨晚20:46")]
    [InlineData("刚刚扣了我的钱", "刚刚")]
    [InlineData("三天前提现", "三天前")]
    [InlineData("last Friday at 3pm", "last Friday at 3pm")]
    [InlineData("on 2026-05-03 14:22", "2026-05-03 14:22")]
    [InlineData("two hours ago", "two hours ago")]
    [InlineData("I may call", null)]
    [InlineData("没有时间", null)]
    public void Times_are_found_in_the_writers_words(string text, string? time)
    {
        Assert.Equal(time, Policies.Read(text).Entities.Time);
    }

    [Theory]
    [InlineData("工行卡尾号8821", "8821")]
    [InlineData("my card ending in 4321", "4321")]
    [InlineData("last four digits are 1234", "1234")]
    [InlineData("手机尾号5678", null)]
    public void The_last_digits_of_a_card_are_found(string text, string? card)
    {
        Assert.Equal(card, Policies.Read(text).Entities.Card);
    }

    [Fact]
    public void The_last_digits_of_a_telephone_are_found()
    {
        Assert.Equal("*******5678", Policies.Read("我的手机尾号5678").Entities.Phone);
    }

    [Theory]
    [InlineData("在永辉超市结账", "merchant", "永辉超市")]
    [InlineData("at Starbucks this morning", "merchant", "Starbucks")]
    [InlineData("华为 Mate 60 打不开", "device", "华为 Mate 60")]
    [InlineData("my iPhone 15 Pro", "device", "iPhone 15 Pro")]
    [InlineData("版本号8.2.1", "app_version", "8.2.1")]
    [InlineData("App version 7.12.0", "app_version", "7.12.0")]
    [InlineData("活动叫“双十一返场红包”", "campaign", "双十一返场红包")]
    [InlineData("your reference CS-204417", "case_id", "CS-204417")]
    public void Circumstances_are_found(string text, string code, string value)
    {
        Assert.Equal(value, Policies.Read(text).Entities.Other.GetValueOrDefault(code));
    }
}
