<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("posternRemember", days)}
    <#elseif section = "form">
        <form id="postern-remember-browser" action="${url.loginAction}" method="post">
            <p>${msg("posternRememberOwn")}</p>
            <div class="${properties.kcFormGroupClass!}">
                <button class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}"
                        type="submit" name="postern-remember" value="no">${msg("posternRememberNo")}</button>
            </div>
            <div class="${properties.kcFormGroupClass!}">
                <button class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}"
                        type="submit" name="postern-remember" value="yes">${msg("posternRememberYes")}</button>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>
