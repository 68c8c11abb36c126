<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
    <#if section = "header">
        ${msg("posternFactor-email")}
    <#elseif section = "form">
        <form id="postern-email-code" action="${url.loginAction}" method="post">
            <p>${msg("posternCodeSent", address)}</p>
            <div class="${properties.kcFormGroupClass!}">
                <label for="code" class="${properties.kcLabelClass!}">${msg("posternCodeLabel")}</label>
                <input id="code" name="code" class="${properties.kcInputClass!}" type="text" inputmode="numeric"
                       autocomplete="one-time-code" autofocus
                       aria-invalid="<#if messagesPerField.existsError("code")>true</#if>"/>
                <#if messagesPerField.existsError("code")>
                    <span id="input-error-code" class="${properties.kcInputErrorMessageClass!}" aria-live="polite">
                        ${kcSanitize(messagesPerField.get("code"))?no_esc}
                    </span>
                </#if>
            </div>
            <div class="${properties.kcFormGroupClass!}">
                <button class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}"
                        type="submit">${msg("doLogIn")}</button>
            </div>
        </form>
        <form action="${url.loginAction}" method="post">
            <button class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!}"
                    type="submit" name="resend" value="true">${msg("posternCodeResend")}</button>
        </form>
    </#if>
</@layout.registrationLayout>
